package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.Generated;
import dev.baton.HttpCaller;
import dev.baton.OnH2;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the calls that machines read. */
@OnH2
class OpenApiTest {
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  private JsonNode api;

  @BeforeEach
  void read(@LocalServerPort int port) {
    api = HttpCaller.at(port).as("rita").get("/v3/api-docs").is(200).json();
  }

  @Test
  void it_lists_exactly_the_calls_there_are() {
    Set<String> there =
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(
                            path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + path)))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed = new TreeSet<>();
    operations().forEach(operation -> listed.add(operation.name()));

    assertThat(listed).isEqualTo(there);
  }

  @Test
  void it_is_whole() {
    assertThat(api.at("/openapi").asText()).startsWith("3.");
    assertThat(api.at("/info/title").asText()).isNotBlank();
    List<String> ids =
        operations().stream().map(o -> o.node().at("/operationId").asText()).toList();
    assertThat(ids).doesNotHaveDuplicates().isNotEmpty().noneMatch(String::isBlank);
    api.findValues("$ref")
        .forEach(
            ref ->
                assertThat(api.at(ref.asText().substring(1)).isMissingNode())
                    .as(ref.asText())
                    .isFalse());
  }

  @Test
  void each_call_says_what_it_does_what_it_takes_and_what_it_answers() {
    for (Operation operation : operations()) {
      assertThat(operation.node().at("/summary").asText()).as(operation.name()).isNotBlank();
      assertThat(operation.node().at("/responses")).as(operation.name()).isNotEmpty();
      boolean takesNothing =
          operation
              .name()
              .matches(
                  ".*/(booking-link|cancel|claim|held|ignore|invitation|no-show|pause|polish|restart|resume|retry|return|scorecard|start|take-over|test|undo|withdraw)");
      if (operation.name().matches("(POST|PUT) .*") && !takesNothing) {
        assertThat(operation.node().at("/requestBody/content")).as(operation.name()).isNotEmpty();
      }
      assertThat(inPath(operation.node())).as(operation.name()).isEqualTo(named(operation.name()));
    }
  }

  /** Sorted, and without the address of the server that happens to run. */
  @Test
  void it_is_the_one_that_is_committed() {
    Generated.isAsMade(Path.of("docs/openapi.json"), sorted(((ObjectNode) api).without("servers")));
  }

  /** Objects by name; lists keep their order, which says something. */
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      node.forEach(each -> list.add(sorted(each)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    new TreeSet<>(names(node)).forEach(name -> object.set(name, sorted(node.get(name))));
    return object;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void the_body_of_an_answer_is_described_by_its_fields() {
    JsonNode review =
        api.at(
            "/paths/~1api~1handoffs~1{id}~1review/post/requestBody/content/application~1json/schema");
    assertThat(review.at("/required/0").asText()).isEqualTo("decision");
    assertThat(names(review.at("/properties")))
        .contains("decision", "reason", "duplicateOf", "wakeAt", "renewalAt", "note");
    assertThat(review.at("/properties/note/maxLength").asInt()).isEqualTo(4000);
    assertThat(review.at("/properties/decision/enum/1").asText()).isEqualTo("reject");
  }

  private static Set<String> inPath(JsonNode operation) {
    return StreamSupport.stream(operation.at("/parameters").spliterator(), false)
        .filter(parameter -> parameter.at("/in").asText().equals("path"))
        .map(parameter -> parameter.at("/name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> named(String call) {
    return Arrays.stream(call.split("/"))
        .filter(part -> part.startsWith("{"))
        .map(part -> part.substring(1, part.length() - 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record Operation(String name, JsonNode node) {}

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    api.at("/paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase() + " " + path.getKey(),
                                    method.getValue()))));
    return operations;
  }
}

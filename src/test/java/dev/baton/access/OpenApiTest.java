package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.Client;
import dev.baton.OnH2;
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
    api = Client.at(port).as("rita").get("/v3/api-docs").is(200).json();
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
      boolean takesNothing = operation.name().matches(".*/(claim|resume|retry|return|start)");
      if (operation.name().matches("(POST|PUT) .*") && !takesNothing) {
        assertThat(operation.node().at("/requestBody/content")).as(operation.name()).isNotEmpty();
      }
      assertThat(inPath(operation.node())).as(operation.name()).isEqualTo(named(operation.name()));
    }
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
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase() + " " + path.getKey(),
                                    method.getValue()))));
    return operations;
  }
}

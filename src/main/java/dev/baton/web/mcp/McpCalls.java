package dev.baton.web.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import dev.baton.privacy.AuditTrail;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls of assistants: who reads is looked up each time, the audit keeps which tool was asked, and
 * what is wrong is told as a sentence from which an assistant can go on.
 */
@Component
class McpCalls {
  private static final Logger LOG = LoggerFactory.getLogger(McpCalls.class);

  private final FigureTools figures;
  private final LeadTools leads;
  private final People people;
  private final AuditTrail audit;
  private final ObjectMapper json;

  McpCalls(
      FigureTools figures, LeadTools leads, People people, AuditTrail audit, ObjectMapper json) {
    this.figures = figures;
    this.leads = leads;
    this.people = people;
    this.audit = audit;
    this.json = json;
  }

  List<McpTool> tools() {
    return Stream.concat(leads.all().stream(), figures.all().stream()).toList();
  }

  /**
   * Answers a call.
   *
   * @param by who calls, as the audit names them
   * @param reader as whom they read
   */
  McpSchema.CallToolResult answer(
      McpTool tool, @Nullable Map<String, Object> given, String by, String reader) {
    try {
      Person person = reader(reader);
      Map<String, String> asked = asked(tool, given == null ? Map.of() : given);
      Object answer = tool.answer().to(asked, person);
      audit.add(by, "assistant_asked", "mcp " + tool.name(), null, "reads as " + reader);
      return result(json.writeValueAsString(answer), false);
    } catch (ApiProblem problem) {
      return result(sentence(problem), true);
    } catch (JsonProcessingException | RuntimeException failure) {
      LOG.warn("An assistant's question {} could not be answered", tool.name(), failure);
      return result("This can't be answered just now; the server's log says why", true);
    }
  }

  /** Works here still, and may read leads. */
  private Person reader(String id) {
    return people
        .find(id)
        .filter(person -> person.active() && person.role().may(Right.READ))
        .orElseThrow(
            () -> ApiProblem.forbidden("%s works here no more, or may not read".formatted(id)));
  }

  private static Map<String, String> asked(McpTool tool, Map<String, Object> given) {
    Map<String, String> asked = new TreeMap<>();
    given.forEach(
        (field, value) -> {
          if (!tool.fields().containsKey(field)) {
            String known = String.join(", ", new TreeMap<>(tool.fields()).keySet());
            throw InvalidInput.at(
                field, known.isEmpty() ? "nothing is said with this" : "say one of " + known);
          }
          if (value != null && !String.valueOf(value).isBlank()) {
            asked.put(field, String.valueOf(value));
          }
        });
    return asked;
  }

  private static String sentence(ApiProblem problem) {
    String detail = Objects.requireNonNullElse(problem.getBody().getDetail(), "This is refused");
    List<FieldError> errors = problem instanceof InvalidInput wrong ? wrong.errors() : List.of();
    return errors.isEmpty()
        ? detail
        : detail
            + errors.stream()
                .map(error -> "%s: %s".formatted(error.field(), error.message()))
                .collect(Collectors.joining("; ", " (", ")"));
  }

  private static McpSchema.CallToolResult result(String text, boolean isError) {
    return McpSchema.CallToolResult.builder().addTextContent(text).isError(isError).build();
  }
}

package dev.baton.web.mcp;

import dev.baton.people.Person;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an assistant may ask: a read, as one person may see it. There is none that changes anything.
 *
 * @param fields what may be said with it, each with a sentence
 * @param required those without which there is no answer
 */
record McpTool(
    String name,
    String title,
    String description,
    Map<String, String> fields,
    List<String> required,
    Answer answer) {

  /** Answers one question. */
  interface Answer {
    Object to(Map<String, String> asked, Person reader);
  }

  /** As an assistant is told of it. */
  McpSchema.Tool described() {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(
        (field, words) -> properties.put(field, Map.of("type", "string", "description", words)));
    return McpSchema.Tool.builder()
        .name(name)
        .title(title)
        .description(description)
        .inputSchema(new McpSchema.JsonSchema("object", properties, required, false, null, null))
        .annotations(new McpSchema.ToolAnnotations(title, true, false, true, false, null))
        .build();
  }
}

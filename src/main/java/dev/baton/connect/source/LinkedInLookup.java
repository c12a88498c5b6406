package dev.baton.connect.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.OutboundCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LinkedIn sends the number of an answer; which question is which stands in its form. */
final class LinkedInLookup implements EventLookup {
  private static final String NAME = "predefinedField";

  private final SystemSettings settings;
  private final LookupCalls calls;

  LinkedInLookup(SystemSettings settings, OutboundCalls calls) {
    this.settings = settings;
    this.calls = new LookupCalls(settings.apiUrl(), "https://api.linkedin.com", calls);
  }

  @Override
  public boolean points(JsonNode event) {
    return settings.token() != null
        && event.path("leadGenFormResponse").isTextual()
        && !event.has("formResponse");
  }

  @Override
  public boolean complete(ObjectNode event) {
    String id = last(event.path("leadGenFormResponse").asText());
    Optional<JsonNode> answer = get("/rest/leadFormResponses/" + id, "answer");
    answer.ifPresent(
        said ->
            List.of(
                    "formResponse",
                    "submittedAt",
                    "versionedLeadGenFormUrn",
                    "leadMetadata",
                    "testLead")
                .stream()
                .filter(said::has)
                .forEach(field -> event.set(field, said.path(field))));
    if (answer.isPresent()) {
      name(event);
    }
    return answer.isPresent();
  }

  private void name(ObjectNode event) {
    JsonNode answers = event.at("/formResponse/answers");
    boolean areNamed = true;
    for (JsonNode each : answers) {
      areNamed &= each.has(NAME);
    }
    if (areNamed) {
      return;
    }
    // urn:li:versionedLeadGenForm:(urn:li:leadGenForm:3162,1)
    String form = event.path("versionedLeadGenFormUrn").asText().replaceAll(",\\d+\\)$", "");
    Map<String, String> names = new HashMap<>();
    get("/rest/leadForms/" + last(form), "form")
        .ifPresent(
            said ->
                said.at("/content/questions")
                    .forEach(
                        question ->
                            names.put(
                                question.path("questionId").asText(),
                                question.path(NAME).asText(""))));
    answers.forEach(
        each ->
            ((ObjectNode) each)
                .put(NAME, names.getOrDefault(each.path("questionId").asText(), "")));
  }

  private Optional<JsonNode> get(String path, String what) {
    return calls.get(
        calls
            .request(path, settings.token())
            .header("LinkedIn-Version", settings.version(ConnectSettings.LINKEDIN_VERSION))
            .header("X-Restli-Protocol-Version", "2.0.0")
            .build(),
        what);
  }

  private static String last(String urn) {
    return urn.substring(urn.lastIndexOf(':') + 1).replaceAll("[^\\w-]", "");
  }
}

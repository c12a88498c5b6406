package dev.baton.web.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.HttpCaller;
import dev.baton.LeadsOverHttp;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an assistant reads over the protocol, with the client of its makers. */
abstract class McpJourney {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

  @Autowired JdbcClient db;
  private final List<McpSyncClient> open = new ArrayList<>();
  private HttpCaller baton;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  @AfterEach
  void hang_up() {
    open.forEach(McpSyncClient::close);
  }

  @Test
  void an_assistant_finds_tools_that_only_read() {
    McpSyncClient assistant = assistant("mona");

    assertThat(assistant.getServerInfo().name()).isEqualTo("Baton");
    assertThat(assistant.listTools().tools())
        .extracting(Tool::name)
        .containsExactlyInAnyOrder("leads", "lead", "hot_accounts", "funnel", "sla", "definition");
    assertThat(assistant.listTools().tools())
        .hasSize(6)
        .allMatch(tool -> tool.annotations().readOnlyHint())
        .noneMatch(tool -> tool.annotations().destructiveHint());
  }

  @Test
  void figures_and_the_definition_are_those_of_the_api() throws Exception {
    lead();
    McpSyncClient assistant = assistant("mona");

    assertThat(asked(assistant, "funnel", Map.of("by", "campaign")).at("/total/mql"))
        .isEqualTo(baton.as("mona").get("/api/insight/funnel?by=campaign").at("/total/mql"));
    assertThat(asked(assistant, "sla", Map.of()).at("/total"))
        .isEqualTo(baton.as("mona").get("/api/insight/sla").at("/total"));
    assertThat(asked(assistant, "definition", Map.of()).at("/sections"))
        .isEqualTo(baton.as("mona").get("/api/definition").at("/sections"));
    assertThat(asked(assistant, "hot_accounts", Map.of()).at("/items").isArray()).isTrue();
  }

  @Test
  void a_lead_is_found_and_its_score_explained() throws Exception {
    String email = lead();
    McpSyncClient assistant = assistant("mona");

    JsonNode found = asked(assistant, "leads", Map.of("email", email)).at("/items/0");
    JsonNode lead = asked(assistant, "lead", Map.of("id", found.at("/id").asText()));

    assertThat(lead.at("/email").asText()).isEqualTo(email);
    assertThat(lead.at("/score/contributions")).isNotEmpty();
    assertThat(lead.at("/score/contributions/0/reason").asText()).isNotEmpty();
  }

  @Test
  void a_token_reads_with_the_eyes_of_its_person_and_no_further() throws Exception {
    String email = leadOfRita();
    JsonNode all = asked(assistant("mona"), "leads", Map.of("email", email)).at("/items");
    assertThat(all).hasSize(1);
    McpSyncClient nora = assistant("nora");

    assertThat(asked(nora, "leads", Map.of("email", email)).at("/items")).isEmpty();
    CallToolResult refused = call(nora, "lead", Map.of("id", all.at("/0/id").asText()));
    assertThat(refused.isError()).isTrue();
    assertThat(text(refused)).startsWith("There is no lead ");
    assertThat(asked(nora, "sla", Map.of("by", "rep")).at("/rows"))
        .isEqualTo(baton.as("nora").get("/api/insight/sla?by=rep").at("/rows"));
  }

  @Test
  void what_is_asked_wrongly_is_told_in_a_sentence() {
    McpSyncClient assistant = assistant("mona");

    assertThat(text(wrong(assistant, "funnel", Map.of("by", "weather"))))
        .contains("by: must be one of");
    assertThat(text(wrong(assistant, "funnel", Map.of("until", "today"))))
        .contains("until: say one of basis, by, from, to");
    assertThat(text(wrong(assistant, "leads", Map.of("stage", "HOT")))).contains("stage");
    assertThat(text(wrong(assistant, "lead", Map.of()))).contains("say which lead");
  }

  @Test
  void without_the_scope_or_a_login_nothing_is_answered() {
    String other = made(Map.of("name", "website"));
    String token = token("mona");

    post(token, LIST).is(200);
    post(other, LIST).isProblem(403);
    post("bt_wrong", LIST).isProblem(401);
    baton.post("/mcp", LIST).isProblem(401);
    baton.as("dora").post("/mcp", LIST).isProblem(403);
    bearer(token).get("/api/leads").isProblem(403);
    bearer(token).post("/api/signals", "{}").isProblem(403);
    assertThat(post(token, "x".repeat(McpServlet.MOST + 1)).status()).isEqualTo(413);
    assertThatThrownBy(() -> assistantWith(other).initialize()).isNotNull();
  }

  @Test
  void what_is_no_message_is_refused_as_the_protocol_says_and_without_a_stack() {
    String token = token("mona");
    for (HttpCaller.Answer refused :
        List.of(post(token, "{"), post(token, "[]"), bearer(token).post("/mcp", LIST))) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.at("/jsonrpc").asText()).isEqualTo("2.0");
      assertThat(refused.at("/error/code").asInt()).isNegative();
      assertThat(refused.at("/error/message").asText()).isNotEmpty();
      assertThat(refused.text()).doesNotContain("stackTrace", "className");
    }
  }

  @Test
  void whoever_asks_for_what_is_not_there_hears_so_with_their_id() {
    String token = token("mona");
    Map<String, Integer> refused =
        Map.of(
            "\"method\":\"prompts/list\"", -32601,
            "\"method\":\"resources/list\",\"params\":{}", -32601,
            "\"method\":5", -32601,
            "\"method\":\"tools/call\"", -32602,
            "\"method\":\"tools/call\",\"params\":[]", -32602,
            "\"method\":\"tools/call\",\"params\":{\"name\":null}", -32602,
            "\"method\":\"tools/call\",\"params\":{\"name\":\"leads\",\"arguments\":[]}", -32602,
            "\"method\":\"initialize\",\"params\":{\"capabilities\":5}", -32602);
    refused.forEach(
        (said, code) -> {
          HttpCaller.Answer answer =
              post(token, "{\"jsonrpc\":\"2.0\",\"id\":7,%s}".formatted(said)).is(200);
          assertThat(answer.at("/id").asInt()).as(said).isEqualTo(7);
          assertThat(answer.at("/error/code").asInt()).as(said).isEqualTo(code);
          assertThat(answer.text()).as(said).doesNotContain("io.modelcontextprotocol", "java.");
        });
    assertThat(post(token, "null").is(200).at("/error/code").asInt()).isEqualTo(-32600);
    assertThat(
            post(token, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"ping\"}")
                .is(200)
                .at("/id")
                .asInt())
        .isEqualTo(7);
  }

  @Test
  void a_token_of_an_assistant_names_somebody_who_may_read() {
    HttpCaller admin = baton.as("admin");
    Map<String, Object> nobody = Map.of("name", "a", "scopes", List.of("mcp"));
    admin.post("/api/tokens", nobody).isProblem(422, "readsAs");
    for (String who : List.of("dora", "stranger")) {
      Map<String, Object> draft = new HashMap<>(nobody);
      draft.put("readsAs", who);
      admin.post("/api/tokens", draft).isProblem(422, "readsAs");
    }
    admin
        .post("/api/tokens", Map.of("name", "a", "scopes", List.of("status"), "readsAs", "mona"))
        .isProblem(422, "readsAs");
  }

  @Test
  void the_audit_says_what_was_asked_and_with_whose_eyes() throws Exception {
    asked(assistant("mona"), "hot_accounts", Map.of());

    JsonNode newest = baton.as("admin").get("/api/audit?what=assistant_asked").at("/items/0");
    assertThat(newest.at("/by").asText()).startsWith("token:assistant");
    assertThat(newest.at("/on").asText()).isEqualTo("mcp hot_accounts");
    assertThat(newest.at("/after").asText()).isEqualTo("reads as mona");
  }

  @Test
  void too_many_questions_in_a_minute_wait() {
    Map<String, Object> draft = new HashMap<>(draft("mona"));
    draft.put("callsAMinute", 1);
    String slow = made(draft);
    int refused = 0;
    // over the turn of a minute one more is answered
    for (int call = 0; call < 4; call++) {
      refused += post(slow, LIST).status() == 429 ? 1 : 0;
    }

    assertThat(refused).isGreaterThanOrEqualTo(2);
  }

  private String lead() {
    String email = UUID.randomUUID() + "@acme.example";
    new LeadsOverHttp(baton)
        .ask(Map.of("email", email, "company", "Acme", "country", "DE"), Map.of());
    return email;
  }

  /** In a team that nora isn't of. */
  private String leadOfRita() {
    String email = lead();
    JsonNode lead =
        baton
            .as("mona")
            .await("/api/leads?email=" + email, found -> found.at("/items/0").hasNonNull("dueAt"));
    db.sql("update handoff set owner = 'rita', team = 'south' where id = ?")
        .param(lead.at("/items/0/handoffId").asText())
        .update();
    return email;
  }

  private static Map<String, Object> draft(String readsAs) {
    return Map.of(
        "name", "assistant " + UUID.randomUUID(), "scopes", List.of("mcp"), "readsAs", readsAs);
  }

  private String token(String readsAs) {
    return made(draft(readsAs));
  }

  private String made(Map<String, Object> draft) {
    return baton.as("admin").post("/api/tokens", draft).is(201).at("/token").asText();
  }

  private HttpCaller bearer(String token) {
    return new HttpCaller(baton.root(), "Bearer " + token, baton.address());
  }

  private HttpCaller.Answer post(String token, String body) {
    return bearer(token)
        .send(
            HttpRequest.newBuilder(baton.root().resolve("/mcp"))
                .header("Accept", "application/json, text/event-stream")
                .header("Content-Type", HttpCaller.OBJECT)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private McpSyncClient assistant(String readsAs) {
    McpSyncClient client = assistantWith(token(readsAs));
    client.initialize();
    return client;
  }

  private McpSyncClient assistantWith(String token) {
    McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(baton.root().toString())
                    .endpoint("/mcp")
                    .jsonMapper(new JacksonMcpJsonMapper(JSON))
                    .httpRequestCustomizer(
                        (request, method, endpoint, body, context) ->
                            request.header("Authorization", "Bearer " + token))
                    .build())
            .jsonSchemaValidator((schema, content) -> ValidationResponse.asValid(null))
            .build();
    open.add(client);
    return client;
  }

  private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> asked) {
    return client.callTool(new CallToolRequest(tool, asked));
  }

  private static CallToolResult wrong(
      McpSyncClient client, String tool, Map<String, Object> asked) {
    CallToolResult result = call(client, tool, asked);
    assertThat(result.isError()).as(text(result)).isTrue();
    return result;
  }

  private static JsonNode asked(McpSyncClient client, String tool, Map<String, Object> asked)
      throws Exception {
    CallToolResult result = call(client, tool, asked);
    assertThat(result.isError()).as(text(result)).isFalse();
    return JSON.readTree(text(result));
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }
}

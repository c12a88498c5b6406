package dev.baton.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** Diagnostic of the other systems that are set up: Slack, Teams, CRMs and OpenID providers. */
final class PeerDiagnostic {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ERROR = 500;
  private static final int OK = 200;
  private static final String TOKEN = "baton.slack.token";
  private static final String APP_TOKEN = "baton.slack.app-token";

  private PeerDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment settings) {
    List<Finding> findings = new ArrayList<>();
    slack(findings, settings);
    reached(findings, "teams", settings.getProperty("baton.teams.webhook-url", ""));
    reached(findings, "teams-chat", settings.getProperty("baton.teams.chat-webhook-url", ""));
    reached(findings, "hubspot", settings.getProperty("baton.connect.hubspot.api-url", ""));
    reached(findings, "salesforce", settings.getProperty("baton.connect.salesforce.login-url", ""));
    Binder.get(settings)
        .bind(
            "spring.security.oauth2.client.provider", Bindable.mapOf(String.class, Provider.class))
        .orElse(Map.of())
        .forEach((name, provider) -> provider(findings, name, provider));
    return findings;
  }

  /** What of a provider is looked at. */
  record Provider(String issuerUri) {}

  /** Asks whose the tokens are, which changes nothing. */
  private static void slack(List<Finding> findings, ConfigurableEnvironment settings) {
    if (settings.getProperty(TOKEN, "").isBlank()) {
      findings.add(
          Finding.note(
              "slack",
              "No token is set; nothing goes to Slack.",
              "docs/slack.md says how to get one."));
      return;
    }
    findings.add(
        slack(
            settings,
            TOKEN,
            "auth.test",
            said -> "Slack knows us as " + said.at("/user").asText()));
    if (!settings.getProperty(APP_TOKEN, "").isBlank()) {
      findings.add(
          slack(
              settings,
              APP_TOKEN,
              "apps.connections.open",
              said -> "Slack takes a connection for answers"));
    }
  }

  private static Finding slack(
      ConfigurableEnvironment settings,
      String token,
      String method,
      Function<JsonNode, String> good) {
    String root = settings.getProperty("baton.slack.api-url", "https://slack.com/api/");
    try {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(URI.create(root + (root.endsWith("/") ? "" : "/") + method))
                  .header("Authorization", "Bearer " + settings.getProperty(token, ""))
                  .POST(BodyPublishers.noBody()));
      JsonNode said = new ObjectMapper().readTree(answer.body());
      return said.at("/ok").asBoolean()
          ? Finding.ok("slack", good.apply(said) + ".")
          : Finding.wrong(
              "slack",
              "Slack refuses %s: %s".formatted(token, said.at("/error").asText()),
              "Set %s anew: docs/slack.md.".formatted(token));
    } catch (IOException | IllegalArgumentException e) {
      return unreachable("slack", root, e);
    }
  }

  /** Any answer will do but one of a server that fails. */
  private static void reached(List<Finding> findings, String what, String address) {
    if (address.isBlank()) {
      return;
    }
    try {
      URI root = URI.create(address).resolve("/");
      int status = send(HttpRequest.newBuilder(root).GET()).statusCode();
      findings.add(
          status >= ERROR
              ? Finding.wrong(
                  what, "%s answers %d.".formatted(root, status), "Ask who runs it, or wait.")
              : Finding.ok(what, "%s answers.".formatted(root)));
    } catch (IOException | IllegalArgumentException e) {
      findings.add(unreachable(what, address.replaceFirst("(?<=[^/:])/.*", "/…"), e));
    }
  }

  private static void provider(List<Finding> findings, String name, Provider provider) {
    String issuer = provider.issuerUri();
    if (issuer == null || issuer.isBlank()) {
      return;
    }
    try {
      URI metadata =
          URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
      int status = send(HttpRequest.newBuilder(metadata).GET()).statusCode();
      findings.add(
          status == OK
              ? Finding.ok("login", "The provider %s answers.".formatted(name))
              : Finding.wrong(
                  "login",
                  "The provider %s answers %d.".formatted(name, status),
                  "Correct spring.security.oauth2.client.provider.%s.issuer-uri.".formatted(name)));
    } catch (IOException | IllegalArgumentException e) {
      findings.add(unreachable("login", issuer, e));
    }
  }

  private static Finding unreachable(String what, String address, Exception e) {
    return Finding.wrong(
        what,
        "%s can't be reached: %s".formatted(address, e.getClass().getSimpleName()),
        "Correct the address, or let this machine through to it.");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}

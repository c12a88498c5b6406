package dev.baton.connect.automation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.audience.AudienceSync;
import dev.baton.connect.call.AccessTokens;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.stage.Stages;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The marketing automations that can be connected. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {
  private static final String PARDOT = "https://pi.pardot.com";
  private static final String PARDOT_LOGIN = "https://login.salesforce.com/services/oauth2/token";

  /** Each customer of Marketo has an address of its own. */
  @Bean
  ConnectedSystem marketo(
      ConnectSettings all, OutboundCalls calls, ObjectMapper json, AutomationParts parts) {
    SystemSettings settings = all.of("marketo");
    String server = settings.apiUrl("");
    AccessTokens tokens =
        new AccessTokens(
            settings, settings.loginUrl(server + "/identity/oauth/token"), calls, json);
    SystemCalls.Server marketo =
        new SystemCalls.Server(server, Map.of(), MarketoClient::error, false);
    Optional<String> missing =
        settings.hasCredentials() && !server.isEmpty()
            ? Optional.empty()
            : Optional.of("Set baton.connect.marketo.api-url, client-id and client-secret");
    return parts.system(
        new AutomationSystem.Vendor(
            "marketo",
            missing,
            () -> new MarketoClient(new SystemCalls(marketo, tokens, calls, json))));
  }

  @Bean
  ConnectedSystem pardot(
      ConnectSettings all, OutboundCalls calls, ObjectMapper json, AutomationParts parts) {
    SystemSettings settings = all.of("pardot");
    AccessTokens tokens = new AccessTokens(settings, settings.loginUrl(PARDOT_LOGIN), calls, json);
    SystemCalls.Server pardot =
        new SystemCalls.Server(
            settings.apiUrl(PARDOT),
            Map.of("Pardot-Business-Unit-Id", Objects.requireNonNullElse(settings.account(), "")),
            SystemCalls::error,
            false);
    Optional<String> missing =
        settings.hasCredentials() && settings.hasAccount()
            ? Optional.empty()
            : Optional.of(
                "Set baton.connect.pardot.client-id, client-secret and account (business unit)");
    return parts.system(
        new AutomationSystem.Vendor(
            "pardot",
            missing,
            () -> new PardotClient(new SystemCalls(pardot, tokens, calls, json))));
  }

  /** What both have in common. */
  @Bean
  AutomationParts automationParts(
      LeadFacts leads,
      Stages stages,
      AutomationPeople people,
      AudienceSync audiences,
      ActivityIntake activities) {
    return vendor -> new AutomationSystem(vendor, leads, stages, people, audiences, activities);
  }

  /** Makes a system of what is special about one. */
  @FunctionalInterface
  interface AutomationParts {
    ConnectedSystem system(AutomationSystem.Vendor vendor);
  }
}

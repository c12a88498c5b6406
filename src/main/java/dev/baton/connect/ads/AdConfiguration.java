package dev.baton.connect.ads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.alert.message.DeliveryOutcome;
import dev.baton.connect.audience.AudienceSync;
import dev.baton.connect.call.AccessTokens;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.LeadFacts;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.connect.conversion.Conversions;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ad platforms that can be connected. */
@Configuration(proxyBeanMethods = false)
class AdConfiguration {
  private static final String GOOGLE = "https://datamanager.googleapis.com";
  private static final String GOOGLE_LOGIN = "https://oauth2.googleapis.com/token";
  private static final String LINKEDIN = "https://api.linkedin.com";
  private static final String LINKEDIN_LOGIN = "https://www.linkedin.com/oauth/v2/accessToken";

  @Bean
  ConnectedSystem google(
      ConnectSettings all,
      OutboundCalls calls,
      ObjectMapper json,
      LeadFacts leads,
      Conversions conversions,
      AudienceSync audiences) {
    SystemSettings settings = all.of("google");
    AccessTokens tokens = new AccessTokens(settings, settings.loginUrl(GOOGLE_LOGIN), calls, json);
    SystemCalls.Server server = SystemCalls.Server.plain(settings.apiUrl(GOOGLE));
    return new AdSystem(
        new AdSystem.Platform(
            "google",
            settings,
            () -> new GoogleClient(calls(server, tokens, calls, json), account(settings))),
        leads,
        conversions,
        audiences);
  }

  @Bean
  ConnectedSystem linkedIn(
      ConnectSettings all,
      OutboundCalls calls,
      ObjectMapper json,
      LeadFacts leads,
      Conversions conversions,
      AudienceSync audiences) {
    SystemSettings settings = all.of("linkedin");
    AccessTokens tokens =
        new AccessTokens(settings, settings.loginUrl(LINKEDIN_LOGIN), calls, json);
    SystemCalls.Server server =
        new SystemCalls.Server(
            settings.apiUrl(LINKEDIN),
            Map.of(
                "LinkedIn-Version",
                settings.version(ConnectSettings.LINKEDIN_VERSION),
                "X-Restli-Protocol-Version",
                "2.0.0"),
            AdConfiguration::wrongElement,
            false);
    return new AdSystem(
        new AdSystem.Platform(
            "linkedin",
            settings,
            () -> new LinkedInClient(calls(server, tokens, calls, json), account(settings))),
        leads,
        conversions,
        audiences);
  }

  private static SystemCalls calls(
      SystemCalls.Server server, AccessTokens tokens, OutboundCalls calls, ObjectMapper json) {
    return new SystemCalls(server, tokens, calls, json);
  }

  private static String account(SystemSettings settings) {
    return Objects.requireNonNullElse(settings.account(), "");
  }

  /** Each element of a batch has a status of its own inside of an answer that is 200. */
  private static Optional<DeliveryOutcome> wrongElement(JsonNode said) {
    for (JsonNode element : said.path("elements")) {
      int status = element.path("status").asInt();
      if (status >= 400) {
        return Optional.of(new DeliveryOutcome.Retry("it answered %d inside".formatted(status)));
      }
    }
    return Optional.empty();
  }
}

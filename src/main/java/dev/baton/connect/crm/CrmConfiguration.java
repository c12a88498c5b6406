package dev.baton.connect.crm;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.call.AccessTokens;
import dev.baton.connect.call.SystemCalls;
import dev.baton.connect.connection.ConnectSettings;
import dev.baton.connect.connection.ConnectSettings.SystemSettings;
import dev.baton.connect.connection.ConnectedSystem;
import dev.baton.connect.connection.OutboundCalls;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The CRMs that can be connected. */
@Configuration(proxyBeanMethods = false)
class CrmConfiguration {
  private static final String HUBSPOT = "https://api.hubapi.com";
  private static final String SALESFORCE = "https://login.salesforce.com";

  @Bean
  ConnectedSystem hubSpot(
      ConnectSettings all, OutboundCalls calls, ObjectMapper json, CrmParts parts) {
    SystemSettings settings = all.of("hubspot");
    String server = settings.apiUrl(HUBSPOT);
    AccessTokens tokens =
        new AccessTokens(settings, settings.loginUrl(server) + "/oauth/v1/token", calls, json);
    CrmFields fields = new CrmFields("hubspot");
    return parts.system(
        new CrmSystem.Vendor(
            "hubspot",
            settings.hasCredentials(),
            fields,
            () ->
                new HubSpotClient(
                    new SystemCalls(SystemCalls.Server.plain(server), tokens, calls, json),
                    fields)));
  }

  @Bean
  ConnectedSystem salesforce(
      ConnectSettings all, OutboundCalls calls, ObjectMapper json, CrmParts parts, Clock clock) {
    SystemSettings settings = all.of("salesforce");
    String login = settings.loginUrl(SALESFORCE);
    AccessTokens tokens = new AccessTokens(settings, login + "/services/oauth2/token", calls, json);
    CrmFields fields = new CrmFields("salesforce");
    return parts.system(
        new CrmSystem.Vendor(
            "salesforce",
            settings.hasCredentials(),
            fields,
            () ->
                new SalesforceClient(
                    new SystemCalls(
                        SystemCalls.Server.plain(settings.apiUrl(login)), tokens, calls, json),
                    fields,
                    clock)));
  }
}

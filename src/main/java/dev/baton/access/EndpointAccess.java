package dev.baton.access;

import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The access rules by endpoint: which group may call what; the first rule that fits holds, and what
 * is not named here is closed.
 */
final class EndpointAccess {
  static final String[] STAFF = Role.groups();
  private static final String[] READERS = Role.groups(Right.READ);
  private static final String[] ANSWERERS = Role.groups(Right.ANSWER);
  private static final String[] OVERSEERS = Role.groups(Right.OVERSEE);
  private static final String[] MARKETERS = Role.groups(Right.MARKET);
  private static final String[] OVERSEERS_AND_MARKETERS = Role.groups(Right.OVERSEE, Right.MARKET);
  private static final String[] SENDERS =
      Stream.concat(Stream.of(MARKETERS), Stream.of(TokenAuthenticationProvider.SIGNALS))
          .toArray(String[]::new);
  private static final String[] CHANGE_AUTHORS = Role.groups(Right.PROPOSE);
  private static final String[] CHANGE_READERS = Role.groups(Right.PROPOSE, Right.OVERSEE);
  private static final String ADMIN = Role.ADMIN.group();

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  /** Of the engine's REST API: a colleague's password could be guessed there unseen. */
  static final PathPatternRequestMatcher[] PASSWORD_CHECKS = {
    PATH.matcher("/engine-rest/identity/verify"),
    PATH.matcher("/engine-rest/engine/*/identity/verify"),
    PATH.matcher("/camunda/api/engine/engine/*/identity/verify")
  };

  private EndpointAccess() {}

  static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    open(to);
    marketing(to);
    rejections(to);
    sales(to);
    reviews(to);
    changes(to);
    staff(to);
    administration(to);
    to.anyRequest().denyAll();
  }

  /** Who has not logged in sees the login, its assets and whether the server is up. */
  private static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/actuator/health"),
            PATH.matcher(HttpMethod.GET, "/actuator/health/live"),
            PATH.matcher(HttpMethod.GET, "/actuator/health/ready"),
            // with any parameter: ?logout, ?expired
            PATH.matcher(HttpMethod.GET, "/login"),
            PATH.matcher(HttpMethod.GET, "/assets/**"),
            PATH.matcher(HttpMethod.GET, "/favicon.ico"))
        .permitAll()
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/v3/api-docs"),
            PATH.matcher(HttpMethod.GET, "/v3/api-docs.yaml"))
        .hasAnyAuthority(STAFF);
  }

  /** Signals come in, mails to leads are looked after, and persons are shown or erased. */
  private static void marketing(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/signals"),
            PATH.matcher(HttpMethod.POST, "/api/questions"))
        .hasAnyAuthority(SENDERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/nurture"),
            PATH.matcher(HttpMethod.GET, "/api/nurture/leads"),
            PATH.matcher(HttpMethod.GET, "/api/nurture/mails/*"),
            PATH.matcher(HttpMethod.GET, "/nurture"),
            PATH.matcher(HttpMethod.GET, "/nurture/mails/*"),
            PATH.matcher(HttpMethod.GET, "/nurture/mails/*/preview"))
        .hasAnyAuthority(OVERSEERS_AND_MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/leads/*/export"),
            PATH.matcher(HttpMethod.POST, "/api/leads/*/erase"),
            PATH.matcher(HttpMethod.PUT, "/api/nurture/mails/*"),
            PATH.matcher("/api/imports/**"),
            PATH.matcher("/api/sources/**"),
            PATH.matcher(HttpMethod.GET, "/api/connections"),
            PATH.matcher(HttpMethod.GET, "/api/connections/*"),
            PATH.matcher(HttpMethod.GET, "/connections"),
            PATH.matcher(HttpMethod.GET, "/imports"),
            PATH.matcher(HttpMethod.GET, "/imports/*"),
            PATH.matcher(HttpMethod.POST, "/api/nurture/mails/*/preview"),
            PATH.matcher(HttpMethod.POST, "/nurture/mails/*/preview"))
        .hasAnyAuthority(MARKETERS);
  }

  /** Rejections are answered, decided and looked at. */
  private static void rejections(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/rejections/*/decision"),
            PATH.matcher(HttpMethod.POST, "/api/leads/*/reopen"))
        .hasAnyAuthority(OVERSEERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/rejections/*/answer"))
        .hasAnyAuthority(MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/rejections/*/duplicate"),
            PATH.matcher(HttpMethod.POST, "/api/leads/*/merge"),
            PATH.matcher(HttpMethod.GET, "/api/leads/*/duplicates"),
            PATH.matcher(HttpMethod.GET, "/api/campaigns"),
            PATH.matcher(HttpMethod.PUT, "/api/campaigns/*/owner"))
        .hasAnyAuthority(OVERSEERS_AND_MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/rejections"),
            PATH.matcher(HttpMethod.POST, "/api/rejections/*/contact"),
            PATH.matcher(HttpMethod.GET, "/rejections"))
        .hasAnyAuthority(READERS);
  }

  /** Handoffs are answered; figures and leads are for everybody who works with them. */
  private static void sales(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/handoffs/*/reassign"),
            PATH.matcher(HttpMethod.POST, "/api/handoffs/reassign"),
            PATH.matcher(HttpMethod.POST, "/api/handoffs/*/restart"),
            PATH.matcher(HttpMethod.GET, "/api/handoffs/interrupted"))
        .hasAnyAuthority(OVERSEERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/handoffs/*/*"))
        .hasAnyAuthority(ANSWERERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/leads"),
            PATH.matcher(HttpMethod.GET, "/api/leads.csv"),
            PATH.matcher(HttpMethod.GET, "/api/leads/*"),
            PATH.matcher(HttpMethod.GET, "/api/leads/*/score"),
            PATH.matcher(HttpMethod.GET, "/api/insight/**"),
            PATH.matcher(HttpMethod.GET, "/api/alerts"),
            PATH.matcher(HttpMethod.GET, "/api/handoffs/*/routing"),
            PATH.matcher(HttpMethod.GET, "/leads"),
            PATH.matcher(HttpMethod.GET, "/leads/*"),
            PATH.matcher(HttpMethod.GET, "/leads/*/card"),
            PATH.matcher(HttpMethod.GET, "/accounts/*"),
            PATH.matcher(HttpMethod.GET, "/funnel"),
            PATH.matcher(HttpMethod.GET, "/funnel/leads"),
            PATH.matcher(HttpMethod.GET, "/funnel/rejections"),
            PATH.matcher(HttpMethod.GET, "/funnel/rejections/leads"),
            PATH.matcher(HttpMethod.GET, "/funnel/signals"),
            PATH.matcher(HttpMethod.GET, "/sla"),
            PATH.matcher(HttpMethod.GET, "/sla/at-risk"),
            PATH.matcher(HttpMethod.GET, "/sla/deadlines"))
        .hasAnyAuthority(READERS);
  }

  /** Reviews are read by all and held by managers and marketing. */
  private static void reviews(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/reviews"),
            PATH.matcher(HttpMethod.GET, "/api/reviews/*"),
            PATH.matcher(HttpMethod.GET, "/reviews"),
            PATH.matcher(HttpMethod.GET, "/reviews/*"),
            // of their own decisions; the controller refuses who closes another's
            PATH.matcher(HttpMethod.POST, "/api/review-decisions/*/close"))
        .hasAnyAuthority(READERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/reviews/*/hold"))
        .hasAnyAuthority(OVERSEERS_AND_MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/reviews/*/start"),
            PATH.matcher(HttpMethod.POST, "/api/reviews/*/skip"))
        .hasAnyAuthority(OVERSEERS);
  }

  /** Models are changed by designers and marketing, before the eyes of managers; all read them. */
  private static void changes(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/changes"),
            PATH.matcher(HttpMethod.GET, "/api/changes/*"),
            PATH.matcher(HttpMethod.GET, "/api/changes/*/files/*"),
            PATH.matcher(HttpMethod.GET, "/changes"),
            PATH.matcher(HttpMethod.GET, "/changes/*"),
            PATH.matcher(HttpMethod.GET, "/api/models/*"),
            PATH.matcher(HttpMethod.GET, "/api/scenarios"),
            PATH.matcher(HttpMethod.GET, "/api/scenarios/*"),
            PATH.matcher(HttpMethod.POST, "/api/scenarios/run"),
            PATH.matcher(HttpMethod.GET, "/scenarios"),
            PATH.matcher(HttpMethod.POST, "/api/preview"),
            // the controller refuses who signs for the other side
            PATH.matcher(HttpMethod.POST, "/api/changes/*/sign"))
        .hasAnyAuthority(CHANGE_READERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/changes"),
            PATH.matcher(HttpMethod.PUT, "/api/changes/*"),
            PATH.matcher(HttpMethod.POST, "/api/changes/*/*"),
            PATH.matcher(HttpMethod.PUT, "/api/scenarios/*"),
            PATH.matcher(HttpMethod.DELETE, "/api/scenarios/*"),
            PATH.matcher("/changes/engine-rest/**"))
        .hasAnyAuthority(CHANGE_AUTHORS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/definition"),
            PATH.matcher(HttpMethod.GET, "/definition"),
            PATH.matcher(HttpMethod.GET, "/definition.pdf"))
        .hasAnyAuthority(STAFF)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/audit"),
            PATH.matcher(HttpMethod.GET, "/api/audit/check"),
            PATH.matcher(HttpMethod.GET, "/audit"),
            PATH.matcher(HttpMethod.GET, "/audit.csv"))
        .hasAuthority(ADMIN);
  }

  /** Everybody looks after their own absence and notifications; managers after all settings. */
  private static void staff(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(PATH.matcher(HttpMethod.GET, "/"))
        .hasAnyAuthority(STAFF)
        .requestMatchers(
            // of themselves; the controller refuses reps who ask for others
            PATH.matcher(HttpMethod.POST, "/api/people/*/absences"),
            PATH.matcher(HttpMethod.DELETE, "/api/people/*/absences/*"),
            PATH.matcher(HttpMethod.POST, "/api/people/*/return"))
        .hasAnyAuthority(ANSWERERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/people/*/preferences"),
            PATH.matcher(HttpMethod.PUT, "/api/people/*/preferences"),
            PATH.matcher(HttpMethod.GET, "/preferences"))
        .hasAnyAuthority(READERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/alerts/failed"),
            PATH.matcher(HttpMethod.POST, "/api/alerts/failed/*/retry"),
            PATH.matcher(HttpMethod.DELETE, "/api/alerts/failed/*"),
            PATH.matcher(HttpMethod.GET, "/api/alerts/addresses"),
            PATH.matcher(HttpMethod.PUT, "/api/alerts/addresses/*/*"),
            PATH.matcher(HttpMethod.DELETE, "/api/alerts/addresses/*/*"),
            PATH.matcher(HttpMethod.GET, "/api/people"),
            PATH.matcher(HttpMethod.PUT, "/api/people/*"),
            PATH.matcher(HttpMethod.GET, "/api/teams"),
            PATH.matcher(HttpMethod.GET, "/api/teams/*"),
            PATH.matcher(HttpMethod.PUT, "/api/teams/*"),
            PATH.matcher(HttpMethod.GET, "/api/calendars"),
            PATH.matcher(HttpMethod.PUT, "/api/calendars/*"),
            PATH.matcher(HttpMethod.PUT, "/api/calendars/*/closing-days/*"),
            PATH.matcher(HttpMethod.DELETE, "/api/calendars/*/closing-days/*"),
            PATH.matcher(HttpMethod.GET, "/reps"),
            PATH.matcher(HttpMethod.GET, "/reps/*"),
            PATH.matcher(HttpMethod.GET, "/teams"),
            PATH.matcher(HttpMethod.PUT, "/api/accounts/*/owner"),
            PATH.matcher(HttpMethod.GET, "/api/deadlines/changes"),
            PATH.matcher(HttpMethod.POST, "/api/deadlines/changes"))
        .hasAnyAuthority(OVERSEERS);
  }

  /** Tokens, the demo and the webapps of the engine. */
  private static void administration(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/tokens"),
            PATH.matcher(HttpMethod.POST, "/api/tokens"),
            PATH.matcher(HttpMethod.DELETE, "/api/tokens/*"),
            PATH.matcher(HttpMethod.PUT, "/api/connections/*"),
            PATH.matcher(HttpMethod.DELETE, "/api/connections/*"),
            PATH.matcher(HttpMethod.POST, "/api/connections/*/*"),
            PATH.matcher("/api/demo/*"))
        .hasAuthority(ADMIN)
        // an administrator is made at the first start and never by a stranger (CVE-2026-77226)
        .requestMatchers(
            PATH.matcher("/camunda/api/admin/setup/**"),
            PATH.matcher("/camunda/app/*/*/setup/**"),
            PATH.matcher("/camunda/api/admin/auth/user/*/login/**"))
        .denyAll()
        .requestMatchers(PASSWORD_CHECKS)
        .denyAll()
        .requestMatchers(
            PATH.matcher("/camunda/app/admin/**"), PATH.matcher("/camunda/api/admin/plugin/**"))
        .hasAuthority(ADMIN)
        .requestMatchers(PATH.matcher("/camunda/**"))
        .hasAnyAuthority(STAFF);
  }
}

package dev.baton.access;

import dev.baton.access.token.TokenScope;
import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

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
      Stream.concat(Stream.of(MARKETERS), Stream.of(TokenScope.SIGNALS.authority()))
          .toArray(String[]::new);
  private static final String[] STATUS_READERS =
      Stream.concat(Stream.of(OVERSEERS), Stream.of(TokenScope.STATUS.authority()))
          .toArray(String[]::new);
  private static final String[] ASSISTANTS =
      Stream.concat(Stream.of(READERS), Stream.of(TokenScope.MCP.authority()))
          .toArray(String[]::new);
  private static final String[] CHANGE_AUTHORS = Role.groups(Right.PROPOSE);
  private static final String[] CHANGE_READERS = Role.groups(Right.PROPOSE, Right.OVERSEE);
  private static final String[] ADMIN = {Role.ADMIN.group()};

  /** Of the engine's REST API: a colleague's password could be guessed there unseen. */
  static final String[] PASSWORD_CHECKS = {
    "* /engine-rest/identity/verify /engine-rest/engine/*/identity/verify",
    "* /camunda/api/engine/engine/*/identity/verify"
  };

  private static final String OURS = "{ours:" + String.join("|", STAFF) + "}";

  /**
   * Of the engine's REST API: whose login is gone would get leads on and answer none, and the last
   * administrator could go. People are made inactive instead.
   */
  static final String[] DELETED_LOGINS =
      Stream.of("/engine-rest", "/engine-rest/engine/*", "/camunda/api/engine/engine/*")
          .map(
              root ->
                  "DELETE %1$s/user/* %1$s/group/%2$s %1$s/group/%2$s/members/*"
                      .formatted(root, OURS))
          .toArray(String[]::new);

  private EndpointAccess() {}

  static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
    EndpointRules rules = new EndpointRules(to);
    open(rules);
    marketing(rules);
    rejections(rules);
    sales(rules);
    reviews(rules);
    changes(rules);
    staff(rules);
    administration(rules);
    to.anyRequest().denyAll();
  }

  /** Who has not logged in sees the login, its assets and whether the server is up. */
  private static void open(EndpointRules to) {
    to
        // with any parameter: ?logout, ?expired
        .permitAll(
            "GET /actuator/health /actuator/health/live /actuator/health/ready /login",
            "GET /assets/** /favicon.ico /baton.js /baton-form.js")
        .allow(STAFF, "GET /v3/api-docs /v3/api-docs.yaml");
  }

  /** Signals come in, mails to leads are looked after, and persons are shown or erased. */
  private static void marketing(EndpointRules to) {
    to.allow(SENDERS, "POST /api/signals /api/company-signals /api/questions")
        .allow(
            OVERSEERS_AND_MARKETERS,
            "GET /api/nurture /api/nurture/leads /api/nurture/mails/* /nurture",
            "GET /nurture/mails/* /nurture/mails/*/preview",
            "GET /api/know/attribution/goals /api/know/costs",
            "GET /api/insight/event-log.csv /api/insight/event-log.xes")
        .allow(
            MARKETERS,
            "GET /api/leads/*/export /imports /imports/* /sources /sources/*",
            "GET /api/connections /api/connections/* /connections /api/conversions.csv",
            "POST /api/leads/*/erase /api/nurture/mails/*/preview /nurture/mails/*/preview",
            "POST /api/nurture/leads",
            "PUT /api/nurture/mails/* /api/know/costs",
            "* /api/imports/** /api/sources/** /api/audiences/**");
  }

  /** Rejections are answered, decided and looked at. */
  private static void rejections(EndpointRules to) {
    agents(to);
    to.allow(OVERSEERS, "POST /api/rejections/*/decision /api/leads/*/reopen")
        .allow(MARKETERS, "POST /api/rejections/*/answer")
        .allow(
            OVERSEERS_AND_MARKETERS,
            "POST /api/rejections/*/duplicate /api/leads/*/merge",
            "GET /api/leads/*/duplicates /api/campaigns /api/account-questions",
            "POST /api/account-questions/*",
            "PUT /api/campaigns/*/owner /api/leads/*/account /api/accounts/*/parent")
        .allow(READERS, "GET /api/rejections /rejections", "POST /api/rejections/*/contact");
  }

  /** Agents propose; the commands refuse who may not decide on a proposal. */
  private static void agents(EndpointRules to) {
    to.allow(OVERSEERS, "PUT /api/agents/*")
        .allow(OVERSEERS_AND_MARKETERS, "GET /api/agents /api/agents/*/proposals /agents")
        .allow(
            READERS,
            "GET /api/agents/proposals/* /api/leads/*/draft",
            "POST /api/agents/proposals/* /api/leads/*/draft/polish");
  }

  /** Handoffs are answered; figures and leads are for everybody who works with them. */
  private static void sales(EndpointRules to) {
    to.allow(
            OVERSEERS,
            "POST /api/handoffs/*/reassign /api/handoffs/reassign /api/handoffs/*/restart",
            "GET /api/handoffs/interrupted")
        .allow(
            ANSWERERS,
            "GET /calls",
            "POST /api/handoffs/*/* /api/handoffs/*/held/* /api/bookings/*/held",
            "POST /api/bookings/*/no-show /api/bookings/*/cancel /api/bookings/*/take-over",
            "POST /api/leads/*/booking-link",
            "DELETE /api/handoffs/*/held/*")
        .allow(
            READERS,
            "GET /api/leads /api/leads.csv /api/leads/* /api/leads/*/score /api/insight/**",
            "GET /api/bookings /api/lead-views",
            "POST /api/lead-views",
            "DELETE /api/lead-views/*",
            "GET /api/alerts /api/handoffs/*/routing /api/handoffs/*/emails",
            "GET /leads /leads/* /leads/*/card /leads/*/work",
            "GET /api/accounts /api/accounts/* /accounts /api/know/attribution /api/know/forecast",
            "GET /api/know/diagnosis /api/know/milestones /know/diagnosis /know/milestones",
            "GET /api/know/drift /know/drift",
            "GET /know /accounts/* /funnel /funnel/leads /funnel/rejections",
            "GET /funnel/rejections/leads /funnel/signals /sla /sla/at-risk /sla/deadlines",
            "GET /sla/alerts /sla/next-72-hours /api/preview/next-72-hours");
  }

  /** Reviews are read by all and held by managers and marketing. */
  private static void reviews(EndpointRules to) {
    to
        // of their own decisions; the controller refuses who closes another's
        .allow(
            READERS,
            "GET /api/reviews /api/reviews/* /reviews /reviews/*",
            "POST /api/review-decisions/*/close")
        .allow(OVERSEERS_AND_MARKETERS, "POST /api/reviews/*/hold")
        .allow(OVERSEERS, "POST /api/reviews/*/start /api/reviews/*/skip");
  }

  /** Models are changed by designers and marketing, before the eyes of managers; all read them. */
  private static void changes(EndpointRules to) {
    to
        // the controller refuses who signs for the other side
        .allow(
            CHANGE_READERS,
            "GET /api/changes /api/changes/* /api/changes/*/files/* /changes /changes/*",
            "GET /api/models/* /api/scenarios /api/scenarios/* /scenarios",
            "POST /api/scenarios/run /api/preview /api/changes/*/sign")
        .allow(
            CHANGE_AUTHORS,
            "POST /api/changes /api/changes/*/* /api/know/scorecard",
            "PUT /api/changes/* /api/scenarios/*",
            "DELETE /api/scenarios/*",
            "* /changes/engine-rest/**")
        .allow(STAFF, "GET /api/definition /definition /definition.pdf")
        .allow(ADMIN, "GET /api/audit /api/audit/check /audit /audit.csv");
  }

  /** Everybody looks after their own absence and notifications; managers after all settings. */
  private static void staff(EndpointRules to) {
    to.allow(STAFF, "GET /")
        // of themselves; the controller refuses reps who ask for others
        .allow(
            ANSWERERS,
            "POST /api/people/*/absences /api/people/*/return",
            "DELETE /api/people/*/absences/*")
        .allow(
            READERS,
            "GET /api/people/*/preferences /preferences /api/personal-calendar",
            "PUT /api/people/*/preferences /api/personal-calendar")
        .allow(
            OVERSEERS,
            "GET /api/alerts/failed /api/alerts/addresses /api/people /api/teams",
            "GET /api/teams/* /api/calendars /reps /reps/* /teams /api/deadlines/changes",
            "POST /api/alerts/failed/*/retry /api/deadlines/changes",
            "DELETE /api/alerts/failed/* /api/alerts/addresses/*/*",
            "DELETE /api/calendars/*/closing-days/*",
            "PUT /api/alerts/addresses/*/* /api/people/* /api/teams/* /api/calendars/*",
            "PUT /api/calendars/*/closing-days/* /api/accounts/*/owner")
        .allow(STATUS_READERS, "GET /api/status")
        .allow(ASSISTANTS, "GET /mcp", "POST /mcp", "DELETE /mcp")
        .allow(OVERSEERS, "GET /status");
  }

  /** Tokens, the demo and the webapps of the engine. */
  private static void administration(EndpointRules to) {
    to.allow(
            ADMIN,
            "GET /api/tokens /api/channels /api/channels/* /api/invitations /api/mailbox /settings /setup",
            "POST /api/people/*/invitation",
            "DELETE /api/people/*/invitation",
            "POST /api/tokens /api/tokens/*/rotate /api/channels/test /api/connections/*/*",
            "PUT /api/connections/* /api/channels/*",
            "DELETE /api/tokens/* /api/connections/* /api/channels/*",
            "* /api/demo/*")
        // an administrator is made at the first start and never by a stranger (CVE-2026-77226)
        .denyAll(
            "* /camunda/api/admin/setup/** /camunda/app/*/*/setup/**",
            "* /camunda/api/admin/auth/user/*/login/**")
        .denyAll(PASSWORD_CHECKS)
        .denyAll(DELETED_LOGINS)
        .allow(ADMIN, "* /camunda/app/admin/** /camunda/api/admin/plugin/**")
        .allow(STAFF, "* /camunda/**");
  }
}

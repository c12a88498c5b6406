package dev.baton.access;

import dev.baton.engine.EngineUsers;
import dev.baton.people.Role;
import dev.baton.people.Role.Right;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The chains over everything that is served: what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String LONGEST_LIST =
      "camunda.bpm.generic-properties.properties.queryMaxResultsLimit";
  private static final String[] STAFF = Role.groups();
  private static final String[] READERS = Role.groups(Right.READ);
  private static final String[] ANSWERERS = Role.groups(Right.ANSWER);
  private static final String[] OVERSEERS = Role.groups(Right.OVERSEE);
  private static final String[] MARKETERS = Role.groups(Right.MARKET);
  private static final String[] OVERSEERS_AND_MARKETERS = Role.groups(Right.OVERSEE, Right.MARKET);
  private static final String[] SENDERS =
      Stream.concat(Stream.of(MARKETERS), Stream.of(TokenAuthenticationProvider.SIGNALS))
          .toArray(String[]::new);
  private static final String ADMIN = Role.ADMIN.group();
  private static final String OUR_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
          + " frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'";

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  private final SecurityProblemWriter writer;
  private final EngineUsers users;
  private final LoginRateLimitFilter loginRateLimitFilter;

  SecurityConfiguration(
      SecurityProblemWriter writer, EngineUsers users, LoginRateLimitFilter loginRateLimitFilter) {
    this.writer = writer;
    this.users = users;
    this.loginRateLimitFilter = loginRateLimitFilter;
  }

  /** Camunda's own REST API, for Modeler and scripts: Basic only, the engine checks the rights. */
  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    return http.securityMatcher(PATH.matcher("/engine-rest/**"))
        .authorizeHttpRequests(to -> to.anyRequest().hasAnyAuthority(STAFF))
        .httpBasic(basic -> basic.authenticationEntryPoint(writer::askForBasic))
        .exceptionHandling(
            to ->
                to.authenticationEntryPoint(writer::askForBasic)
                    .accessDeniedHandler(writer::forbid))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing here rides on a cookie, so there is nothing to forge.
        .csrf(csrf -> csrf.disable())
        .addFilterBefore(loginRateLimitFilter, HeaderWriterFilter.class)
        .addFilterAfter(new EngineAuthenticationFilter(users), AuthorizationFilter.class)
        .build();
  }

  /** Everything else: one login for pages, Tasklist and Cockpit; Basic and tokens for REST. */
  @Bean
  @Order(3)
  SecurityFilterChain house(HttpSecurity http, Tokens tokens, ApplicationEventPublisher events)
      throws Exception {
    RequestMatcher webapps = PATH.matcher("/camunda/**");
    return http.authorizeHttpRequests(SecurityConfiguration::rooms)
        .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
        .httpBasic(basic -> basic.authenticationEntryPoint(writer::askForBasic))
        .exceptionHandling(
            to -> to.authenticationEntryPoint(writer::ask).accessDeniedHandler(writer::refuse))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        request ->
                            PATH.matcher(HttpMethod.POST, "/logout").matches(request)
                                || PATH.matcher(
                                        HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout")
                                    .matches(request))
                    .logoutSuccessUrl("/login?logout"))
        .csrf(
            csrf ->
                csrf.ignoringRequestMatchers(
                        // Camunda has a token of its own there
                        PATH.matcher("/camunda/api/**"), PATH.matcher("/camunda/app/**"))
                    .ignoringRequestMatchers(SecurityConfiguration::carriesItsOwnLogin))
        .requestCache(cache -> cache.requestCache(SecurityProblemWriter.documents()))
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                    .referrerPolicy(Customizer.withDefaults())
                    .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                            new NegatedRequestMatcher(webapps),
                            new ContentSecurityPolicyHeaderWriter(OUR_POLICY))))
        .addFilterBefore(loginRateLimitFilter, HeaderWriterFilter.class)
        .addFilterBefore(
            new TokenAuthenticationProvider(tokens, events), BasicAuthenticationFilter.class)
        .build();
  }

  private static void rooms(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/actuator/health"),
            // with any parameter: ?logout, ?expired
            PATH.matcher(HttpMethod.GET, "/login"),
            PATH.matcher(HttpMethod.GET, "/assets/**"),
            PATH.matcher(HttpMethod.GET, "/favicon.ico"))
        .permitAll()
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/v3/api-docs"),
            PATH.matcher(HttpMethod.GET, "/v3/api-docs.yaml"))
        .hasAnyAuthority(STAFF)
        .requestMatchers(
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
            PATH.matcher(HttpMethod.PUT, "/api/nurture/mails/*"),
            PATH.matcher(HttpMethod.POST, "/api/nurture/mails/*/preview"),
            PATH.matcher(HttpMethod.POST, "/nurture/mails/*/preview"))
        .hasAnyAuthority(MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/rejections/*/decision"),
            PATH.matcher(HttpMethod.POST, "/api/leads/*/reopen"))
        .hasAnyAuthority(OVERSEERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/rejections/*/answer"))
        .hasAnyAuthority(MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/rejections/*/duplicate"),
            PATH.matcher(HttpMethod.POST, "/api/leads/*/merge"),
            PATH.matcher(HttpMethod.GET, "/api/leads/*/lookalikes"),
            PATH.matcher(HttpMethod.GET, "/api/campaigns"),
            PATH.matcher(HttpMethod.PUT, "/api/campaigns/*/owner"))
        .hasAnyAuthority(OVERSEERS_AND_MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/rejections"),
            PATH.matcher(HttpMethod.POST, "/api/rejections/*/contact"),
            PATH.matcher(HttpMethod.GET, "/rejections"))
        .hasAnyAuthority(READERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/handoffs/*/reassign"))
        .hasAnyAuthority(OVERSEERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/handoffs/*/*"))
        .hasAnyAuthority(ANSWERERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/leads"),
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
            PATH.matcher(HttpMethod.GET, "/funnel/noes"),
            PATH.matcher(HttpMethod.GET, "/funnel/noes/leads"),
            PATH.matcher(HttpMethod.GET, "/funnel/signals"),
            PATH.matcher(HttpMethod.GET, "/sla"),
            PATH.matcher(HttpMethod.GET, "/sla/at-risk"),
            PATH.matcher(HttpMethod.GET, "/sla/deadlines"))
        .hasAnyAuthority(READERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/reviews"),
            PATH.matcher(HttpMethod.GET, "/api/reviews/*"),
            PATH.matcher(HttpMethod.GET, "/reviews"),
            PATH.matcher(HttpMethod.GET, "/reviews/*"),
            // of their own decisions; the door says no to who closes another's
            PATH.matcher(HttpMethod.POST, "/api/review-decisions/*/close"))
        .hasAnyAuthority(READERS)
        .requestMatchers(PATH.matcher(HttpMethod.POST, "/api/reviews/*/hold"))
        .hasAnyAuthority(OVERSEERS_AND_MARKETERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.POST, "/api/reviews/*/start"),
            PATH.matcher(HttpMethod.POST, "/api/reviews/*/skip"))
        .hasAnyAuthority(OVERSEERS)
        .requestMatchers(PATH.matcher(HttpMethod.GET, "/"))
        .hasAnyAuthority(STAFF)
        .requestMatchers(
            // of themselves; the door says no to reps who ask for others
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
            PATH.matcher(HttpMethod.GET, "/api/alerts/stuck"),
            PATH.matcher(HttpMethod.POST, "/api/alerts/stuck/*/retry"),
            PATH.matcher(HttpMethod.DELETE, "/api/alerts/stuck/*"),
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
        .hasAnyAuthority(OVERSEERS)
        .requestMatchers(
            PATH.matcher(HttpMethod.GET, "/api/tokens"),
            PATH.matcher(HttpMethod.POST, "/api/tokens"),
            PATH.matcher(HttpMethod.DELETE, "/api/tokens/*"),
            PATH.matcher("/api/demo/*"))
        .hasAuthority(ADMIN)
        // an administrator is made at the first start and never by a stranger (CVE-2026-77226)
        .requestMatchers(
            PATH.matcher("/camunda/api/admin/setup/**"),
            PATH.matcher("/camunda/app/*/*/setup/**"),
            PATH.matcher("/camunda/api/admin/auth/user/*/login/**"))
        .denyAll()
        .requestMatchers(
            PATH.matcher("/camunda/app/admin/**"), PATH.matcher("/camunda/api/admin/plugin/**"))
        .hasAuthority(ADMIN)
        .requestMatchers(PATH.matcher("/camunda/**"))
        .hasAnyAuthority(STAFF)
        .anyRequest()
        .denyAll();
  }

  /** Tells Tasklist and Cockpit who has logged in. */
  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
        new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.setInitParameters(
        Map.of("authentication-provider", WebappAuthenticationProvider.class.getName()));
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(101);
    return filter;
  }

  /** Only for the webapps; whoever calls the engine's REST API names a bound. */
  @Bean
  FilterRegistrationBean<QueryLimitFilter> webappLists(Environment settings) {
    int longest = settings.getRequiredProperty(LONGEST_LIST, Integer.class);
    FilterRegistrationBean<QueryLimitFilter> filter =
        new FilterRegistrationBean<>(new QueryLimitFilter(longest));
    filter.addUrlPatterns("/camunda/api/engine/*");
    filter.setOrder(102);
    return filter;
  }

  /** The limit stands inside the chains and nowhere else. */
  @Bean
  FilterRegistrationBean<LoginRateLimitFilter> attemptsOnlyInTheChains() {
    FilterRegistrationBean<LoginRateLimitFilter> filter =
        new FilterRegistrationBean<>(loginRateLimitFilter);
    filter.setEnabled(false);
    return filter;
  }

  private static boolean carriesItsOwnLogin(HttpServletRequest request) {
    return request.getHeader("Authorization") != null;
  }
}

package dev.baton.access;

import dev.baton.access.filter.PageNonceFilter;
import dev.baton.access.filter.QueryLimitFilter;
import dev.baton.access.filter.RenamedPathFilter;
import dev.baton.access.openid.LoginSettings;
import dev.baton.access.openid.ProviderLogout;
import dev.baton.access.openid.ProviderSecurity;
import dev.baton.access.token.TokenCalls;
import dev.baton.access.token.Tokens;
import dev.baton.engine.EngineUsers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HttpBasicConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.RelativeRedirectFilter;

/** Security chains over everything that is served: what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final String LONGEST_LIST =
      "camunda.bpm.generic-properties.properties.queryMaxResultsLimit";
  private static final String OUR_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
          + " frame-ancestors 'self'; base-uri 'self'; form-action 'self'; object-src 'none'";

  private static final String NO_DEVICES =
      "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

  /** Of pages on which a process is drawn, whose library places things by their style. */
  private static final String DRAWING_POLICY = OUR_POLICY + "; style-src-attr 'unsafe-inline'";

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  private final SecurityProblemWriter writer;
  private final EngineUsers users;

  SecurityConfiguration(SecurityProblemWriter writer, EngineUsers users) {
    this.writer = writer;
    this.users = users;
  }

  /** Camunda's own REST API, for Modeler and scripts: Basic only, the engine checks the rights. */
  @Bean
  @Order(1)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    return http.securityMatcher(PATH.matcher("/engine-rest/**"))
        .authorizeHttpRequests(
            to ->
                to.requestMatchers(EndpointRules.denied(EndpointAccess.PASSWORD_CHECKS))
                    .denyAll()
                    .requestMatchers(EndpointRules.denied(EndpointAccess.DELETED_LOGINS))
                    .denyAll()
                    .anyRequest()
                    .hasAnyAuthority(EndpointAccess.STAFF))
        .httpBasic(this::basic)
        .exceptionHandling(
            to ->
                to.authenticationEntryPoint(writer::askForBasic)
                    .accessDeniedHandler(writer::forbid))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing here rides on a cookie, so there is nothing to forge.
        .csrf(csrf -> csrf.disable())
        .addFilterAfter(new EngineAuthenticationFilter(users), AuthorizationFilter.class)
        .build();
  }

  /** Everything else: one login for pages, Tasklist and Cockpit; Basic and tokens for REST. */
  @Bean
  @Order(3)
  SecurityFilterChain application(
      HttpSecurity http,
      TokenAuthenticationProvider tokens,
      SessionLogins logins,
      LoginSettings settings,
      ProviderSecurity providers,
      ProviderLogout logout)
      throws Exception {
    RequestMatcher webapps = PATH.matcher("/camunda/**");
    RequestMatcher drawings =
        new OrRequestMatcher(
            PATH.matcher("/changes/*"), PATH.matcher("/definition"), PATH.matcher("/scenarios"));
    if (settings.local()) {
      http.formLogin(
          form ->
              form.loginPage("/login")
                  .successHandler(new WantedPage())
                  .failureHandler(writer::refuseForm));
    }
    providers.addTo(http, new WantedPage());
    return http.authorizeHttpRequests(EndpointAccess::rules)
        .sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(logins))
        .httpBasic(this::basic)
        .exceptionHandling(
            to -> to.authenticationEntryPoint(writer::ask).accessDeniedHandler(writer::refuse))
        .logout(
            out ->
                out.logoutRequestMatcher(
                        request ->
                            PATH.matcher(HttpMethod.POST, "/logout").matches(request)
                                || PATH.matcher(
                                        HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout")
                                    .matches(request))
                    .logoutSuccessHandler(logout))
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
                    .permissionsPolicyHeader(to -> to.policy(NO_DEVICES))
                    .crossOriginOpenerPolicy(to -> to.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                            new NegatedRequestMatcher(new OrRequestMatcher(webapps, drawings)),
                            new ContentSecurityPolicyHeaderWriter(OUR_POLICY)))
                    .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                            drawings, new ContentSecurityPolicyHeaderWriter(DRAWING_POLICY))))
        .addFilterAfter(new EndedLoginFilter(logins), SecurityContextHolderFilter.class)
        .addFilterBefore(new WebappTokenFilter(webapps, writer), LogoutFilter.class)
        .addFilterBefore(tokens, BasicAuthenticationFilter.class)
        .build();
  }

  @Bean
  TokenAuthenticationProvider tokenLogins(Tokens tokens, TokenCalls calls) {
    return new TokenAuthenticationProvider(tokens, calls, writer);
  }

  /** A call is timed as a whole; each of its twenty filters need not be. */
  @Bean
  SecurityObservationSettings unobservedFilters() {
    return SecurityObservationSettings.noObservations();
  }

  /** Only where a chain says so. */
  @Bean
  FilterRegistrationBean<TokenAuthenticationProvider> notEverywhere(
      TokenAuthenticationProvider tokens) {
    FilterRegistrationBean<TokenAuthenticationProvider> filter =
        new FilterRegistrationBean<>(tokens);
    filter.setEnabled(false);
    return filter;
  }

  private void basic(HttpBasicConfigurer<HttpSecurity> basic) {
    basic
        .authenticationEntryPoint(writer::askForBasic)
        .authenticationDetailsSource(EngineAuthenticationProvider.CallDetails::new);
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

  @Bean
  FilterRegistrationBean<PageNonceFilter> webappPages() {
    FilterRegistrationBean<PageNonceFilter> filter =
        new FilterRegistrationBean<>(new PageNonceFilter());
    filter.addUrlPatterns("/camunda/app/*");
    filter.setOrder(RenamedPathFilter.AFTER_NORMALIZATION + 1);
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

  /** No redirect names a host, since the request's own may be anybody's. */
  @Bean
  FilterRegistrationBean<RelativeRedirectFilter> relativeRedirects() {
    RelativeRedirectFilter filter = new RelativeRedirectFilter();
    filter.setRedirectStatus(HttpStatus.FOUND);
    FilterRegistrationBean<RelativeRedirectFilter> first = new FilterRegistrationBean<>(filter);
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  /** A session's login would be ridden on, whatever header stands beside it. */
  private static boolean carriesItsOwnLogin(HttpServletRequest request) {
    return request.getHeader("Authorization") != null
        && SecurityContextHolder.getContext().getAuthentication() == null;
  }
}

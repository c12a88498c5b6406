package dev.baton.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The chains for those who have no login and prove themselves otherwise: Slack, and mail links. */
@Configuration(proxyBeanMethods = false)
class OpenDoors {
  private static final String LINK = "/answer/{token:[A-Za-z0-9_-]+}";
  private static final String LINK_POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'self'";

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  private final Refusals refusals;
  private final Attempts attempts;

  OpenDoors(Refusals refusals, Attempts attempts) {
    this.refusals = refusals;
    this.attempts = attempts;
  }

  /** Slack has no login: its calls are signed, and the room that takes them checks that. */
  @Bean
  @Order(0)
  SecurityFilterChain slack(HttpSecurity http) throws Exception {
    return http.securityMatcher(PATH.matcher("/slack/**"))
        .authorizeHttpRequests(
            to ->
                to.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        PATH.matcher(HttpMethod.POST, "/slack/interactions"),
                        PATH.matcher(HttpMethod.POST, "/slack/commands"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            to ->
                to.authenticationEntryPoint(refusals::askForBasic)
                    .accessDeniedHandler(refusals::forbid))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing here rides on a cookie, so there is nothing to forge.
        .csrf(csrf -> csrf.disable())
        .build();
  }

  /**
   * The links in mails: the token in the path is login and proof in one, so there is no session to
   * ride on. A page that answers may be framed by nobody and runs no script.
   */
  @Bean
  @Order(2)
  SecurityFilterChain mailLinks(HttpSecurity http) throws Exception {
    return http.securityMatcher(PATH.matcher(LINK))
        .authorizeHttpRequests(
            to ->
                to.requestMatchers(
                        PATH.matcher(HttpMethod.GET, LINK),
                        PATH.matcher(HttpMethod.HEAD, LINK),
                        PATH.matcher(HttpMethod.POST, LINK))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            to -> to.authenticationEntryPoint(refusals::ask).accessDeniedHandler(refusals::refuse))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.disable())
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                    .referrerPolicy(Customizer.withDefaults())
                    .contentSecurityPolicy(policy -> policy.policyDirectives(LINK_POLICY))
                    .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
        .addFilterBefore(attempts, HeaderWriterFilter.class)
        .build();
  }
}

package dev.baton.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Security chains of endpoints without a login, which prove themselves otherwise: Slack, links in
 * mails, and metrics.
 */
@Configuration(proxyBeanMethods = false)
class PublicEndpointSecurity {
  private static final String TOKEN = "/{token:[A-Za-z0-9_-]+}";
  private static final String LINK = "/answer" + TOKEN;

  /** In mails to leads; a click only leads on, so that nothing is ever posted to it. */
  private static final String CLICK = "/n" + TOKEN;

  /** On which somebody who was invited sets their first password. */
  private static final String WELCOME = "/welcome" + TOKEN;

  private static final List<String> LEAD_LINKS =
      List.of("/unsubscribe" + TOKEN, "/about-you" + TOKEN, "/api/questions" + TOKEN);
  private static final String LINK_POLICY =
      "default-src 'none'; img-src 'self'; style-src 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; form-action 'self'";

  /** The page on which a lead books a meeting. */
  private static final String BOOK = "/book" + TOKEN;

  /** The form that a website shows in a frame. */
  private static final String FORM = "/forms/{name:[a-z0-9-]+}";

  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  private final SecurityProblemWriter writer;

  PublicEndpointSecurity(SecurityProblemWriter writer) {
    this.writer = writer;
  }

  /** Slack has no login: its calls are signed, and the room that takes them checks that. */
  @Bean
  @Order(0)
  SecurityFilterChain slack(HttpSecurity http) throws Exception {
    return provenInside(
        http.securityMatcher(PATH.matcher("/slack/**")),
        List.of("/slack/interactions", "/slack/commands"));
  }

  /** WhatsApp asks first whether the address is its application's. */
  @Bean
  @Order(0)
  SecurityFilterChain whatsApp(HttpSecurity http) throws Exception {
    String webhook = "/whatsapp/webhook";
    http.authorizeHttpRequests(
        to -> to.requestMatchers(PATH.matcher(HttpMethod.GET, webhook)).permitAll());
    return provenInside(http.securityMatcher(PATH.matcher("/whatsapp/**")), List.of(webhook));
  }

  /** Metrics name nobody; who scrapes has a token, is an administrator, or sits on this machine. */
  @Bean
  @Order(0)
  SecurityFilterChain metrics(
      HttpSecurity http, MetricsAccess access, TokenAuthenticationProvider tokens)
      throws Exception {
    http.securityMatcher(PATH.matcher("/actuator/prometheus"))
        .authorizeHttpRequests(
            to ->
                to.requestMatchers(PATH.matcher(HttpMethod.GET, "/actuator/prometheus"))
                    .access(access::of)
                    .anyRequest()
                    .denyAll())
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(writer::askForBasic)
                    .authenticationDetailsSource(EngineAuthenticationProvider.CallDetails::new))
        .addFilterBefore(
            (call, answer, next) -> {
              if (access.knows((HttpServletRequest) call)) {
                next.doFilter(call, answer);
              } else {
                tokens.doFilter(call, answer, next);
              }
            },
            BasicAuthenticationFilter.class);
    return withoutSession(http);
  }

  /** Systems that send on their own: each call proves its source, and the room checks that. */
  @Bean
  @Order(0)
  SecurityFilterChain hooks(HttpSecurity http) throws Exception {
    // LinkedIn asks first whether the address is its application's
    http.authorizeHttpRequests(
        to -> to.requestMatchers(PATH.matcher(HttpMethod.GET, "/hooks/{name}")).permitAll());
    return provenInside(
        http.securityMatcher(
            new OrRequestMatcher(
                PATH.matcher("/hooks/**"), PATH.matcher("/v1/**"), PATH.matcher("/web/**"))),
        List.of(
            "/hooks/{name}", "/web/{name}", "/v1/track", "/v1/identify", "/v1/page", "/v1/batch"));
  }

  /** What is posted to these paths is let in; whoever takes it checks from whom it is. */
  private SecurityFilterChain provenInside(HttpSecurity http, List<String> posts) throws Exception {
    http.authorizeHttpRequests(
        to ->
            to.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(
                    posts.stream()
                        .map(path -> PATH.matcher(HttpMethod.POST, path))
                        .toArray(RequestMatcher[]::new))
                .permitAll()
                .anyRequest()
                .denyAll());
    return withoutSession(http);
  }

  /** Nothing here rides on a cookie, so there is nothing to forge. */
  private SecurityFilterChain withoutSession(HttpSecurity http) throws Exception {
    return http.exceptionHandling(
            to ->
                to.authenticationEntryPoint(writer::askForBasic)
                    .accessDeniedHandler(writer::forbid))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .build();
  }

  /**
   * The links in mails: the token in the path is login and proof in one, so there is no session to
   * ride on. A page that answers may be framed by nobody and runs no script. A mail program
   * unsubscribes its reader with a POST of its own (RFC 8058), without a page before it.
   */
  @Bean
  @Order(2)
  SecurityFilterChain mailLinks(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(to -> to.requestMatchers(reading(CLICK)).permitAll());
    return link(http.securityMatcher(new OrRequestMatcher(links())), answering(), LINK_POLICY);
  }

  /** The same; a script of ours shows its times in the visitor's zone. */
  @Bean
  @Order(2)
  SecurityFilterChain bookingPage(HttpSecurity http) throws Exception {
    return link(
        http.securityMatcher(PATH.matcher(BOOK)),
        answering(Stream.of(BOOK)),
        LINK_POLICY + "; script-src 'self'");
  }

  /** The form that pages of a website frame: which of them may, the room that has it says. */
  @Bean
  @Order(2)
  SecurityFilterChain hostedForm(HttpSecurity http) throws Exception {
    return opened(
        http.securityMatcher(PATH.matcher(FORM)),
        answering(Stream.of(FORM)),
        LINK_POLICY,
        HeadersConfigurer.FrameOptionsConfig::disable);
  }

  /** What is read at a link, or posted to it, is let in; the room that takes it knows the token. */
  private SecurityFilterChain link(HttpSecurity http, RequestMatcher[] open, String policy)
      throws Exception {
    return opened(http, open, policy, HeadersConfigurer.FrameOptionsConfig::deny);
  }

  private SecurityFilterChain opened(
      HttpSecurity http,
      RequestMatcher[] open,
      String policy,
      Customizer<HeadersConfigurer<HttpSecurity>.FrameOptionsConfig> frames)
      throws Exception {
    return http.authorizeHttpRequests(
            to -> to.requestMatchers(open).permitAll().anyRequest().denyAll())
        .exceptionHandling(
            to -> to.authenticationEntryPoint(writer::ask).accessDeniedHandler(writer::refuse))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.disable())
        .headers(
            headers ->
                headers
                    .frameOptions(frames)
                    .referrerPolicy(Customizer.withDefaults())
                    .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                    .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
        .addFilterBefore(new LinkGuessFilter(), HeaderWriterFilter.class)
        .build();
  }

  private static List<RequestMatcher> links() {
    return Stream.concat(Stream.of(LINK, CLICK, WELCOME), LEAD_LINKS.stream())
        .<RequestMatcher>map(PATH::matcher)
        .toList();
  }

  private static RequestMatcher[] answering() {
    return answering(Stream.concat(Stream.of(LINK, WELCOME), LEAD_LINKS.stream()));
  }

  private static RequestMatcher[] answering(Stream<String> links) {
    return links
        .flatMap(
            link ->
                Stream.concat(
                    Stream.of(reading(link)), Stream.of(PATH.matcher(HttpMethod.POST, link))))
        .toArray(RequestMatcher[]::new);
  }

  private static RequestMatcher[] reading(String link) {
    return new RequestMatcher[] {
      PATH.matcher(HttpMethod.GET, link), PATH.matcher(HttpMethod.HEAD, link)
    };
  }
}

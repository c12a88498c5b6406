package dev.baton.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The one chain over everything that is served: what is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class Doors {
  private static final String SALES = "sales";
  private static final String MANAGERS = "managers";
  private static final String MARKETING = "marketing";
  private static final String ADMIN = "camunda-admin";

  private final ObjectMapper json;

  Doors(ObjectMapper json) {
    this.json = json;
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            to ->
                to.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/health")
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/v3/api-docs", "/v3/api-docs.yaml")
                    .authenticated()
                    .requestMatchers(HttpMethod.POST, "/api/signals")
                    .hasAnyAuthority(MARKETING, ADMIN)
                    .requestMatchers(HttpMethod.POST, "/api/handoffs/*/reassign")
                    .hasAnyAuthority(MANAGERS, ADMIN)
                    .requestMatchers(HttpMethod.POST, "/api/handoffs/*/*")
                    .hasAnyAuthority(SALES, MANAGERS, ADMIN)
                    .requestMatchers(
                        HttpMethod.GET,
                        "/api/leads",
                        "/api/leads/*",
                        "/api/leads/*/score",
                        "/api/insight/*",
                        "/api/alerts")
                    .hasAnyAuthority(SALES, MANAGERS, MARKETING, ADMIN)
                    .requestMatchers(HttpMethod.GET, "/api/people")
                    .hasAnyAuthority(MANAGERS, ADMIN)
                    .requestMatchers(HttpMethod.PUT, "/api/people/*")
                    .hasAnyAuthority(MANAGERS, ADMIN)
                    .requestMatchers("/api/demo/*")
                    .hasAuthority(ADMIN)
                    .anyRequest()
                    .denyAll())
        .httpBasic(
            basic -> basic.authenticationEntryPoint((request, response, e) -> login(response)))
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint((request, response, e) -> login(response))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            write(response, HttpStatus.FORBIDDEN, "Your groups don't open this")))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // Nothing here rides on a cookie, so there is nothing to forge.
        .csrf(csrf -> csrf.disable())
        .headers(Customizer.withDefaults())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .build();
  }

  private void login(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"Baton\", charset=\"UTF-8\"");
    write(response, HttpStatus.UNAUTHORIZED, "Log in with your user name and password");
  }

  private void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
  }
}

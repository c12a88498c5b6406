package dev.baton.access;

import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Endpoints as they are written in {@link EndpointAccess}, such as {@code GET /leads /leads/*}: a
 * method, or {@code *} for all of them, and its paths.
 */
final class EndpointRules {
  private static final PathPatternRequestMatcher.Builder PATH =
      PathPatternRequestMatcher.withDefaults();

  private final AuthorizeHttpRequestsConfigurer<HttpSecurity>
          .AuthorizationManagerRequestMatcherRegistry
      registry;

  EndpointRules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          registry) {
    this.registry = registry;
  }

  /** Who is in one of these groups may call them. */
  EndpointRules allow(String[] groups, String... endpoints) {
    registry.requestMatchers(matchers(endpoints)).hasAnyAuthority(groups);
    return this;
  }

  EndpointRules permitAll(String... endpoints) {
    registry.requestMatchers(matchers(endpoints)).permitAll();
    return this;
  }

  EndpointRules denyAll(String... endpoints) {
    registry.requestMatchers(denied(endpoints)).denyAll();
    return this;
  }

  /** With a slash at their end, too: the engine's REST API takes both. */
  static PathPatternRequestMatcher[] denied(String... endpoints) {
    return Stream.of("", "/")
        .flatMap(end -> Stream.of(endpoints).flatMap(line -> ofLine(line, end)))
        .toArray(PathPatternRequestMatcher[]::new);
  }

  static PathPatternRequestMatcher[] matchers(String... endpoints) {
    return Stream.of(endpoints)
        .flatMap(line -> ofLine(line, ""))
        .toArray(PathPatternRequestMatcher[]::new);
  }

  private static Stream<PathPatternRequestMatcher> ofLine(String line, String end) {
    String[] words = line.split(" ");
    return Stream.of(words)
        .skip(1)
        .map(path -> path.endsWith("**") ? path : path + end)
        .map(
            path ->
                words[0].equals("*")
                    ? PATH.matcher(path)
                    : PATH.matcher(HttpMethod.valueOf(words[0]), path));
  }
}

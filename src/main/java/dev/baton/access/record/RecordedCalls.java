package dev.baton.access.record;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which calls change something and are told nowhere else. */
final class RecordedCalls {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /**
   * Signals are their own log; answers are taken over; the others tell the audit more themselves.
   */
  private static final Pattern TOLD =
      Pattern.compile(
          "/api/(signals|questions|handoffs|changes|scenarios|preview|tokens|import)(/.*)?"
              + "|/api/(people|teams)/[^/]+|/api/leads/[^/]+/erase|/api/nurture/mails/[^/]+/preview"
              + "|/v1/.*");

  /** The engine's REST API asks its longer questions by POST. */
  private static final Pattern QUESTION =
      Pattern.compile(
          "(/[a-z-]+|/history/[a-z-]+|/.*/(count|list|singleResult|evaluate|verify)"
              + "|/condition|/external-task/fetchAndLock)");

  private static final Pattern ENGINE = Pattern.compile("/engine-rest(?:/engine/[^/]+)?(/.*)");
  private static final Pattern WEBAPPS = Pattern.compile("/camunda/api/([a-z]+)(?:/[^/]+)?(/.*)");
  private static final Pattern WEBAPP_ENGINE =
      Pattern.compile("/camunda/api/engine/engine/[^/]+(/.*)");

  private RecordedCalls() {}

  /** The word of the audit for it; empty: not kept. */
  static Optional<String> word(String method, String path) {
    if (READING.contains(method)) {
      return Optional.empty();
    }
    if (path.startsWith("/api/")) {
      return TOLD.matcher(path).matches() ? Optional.empty() : Optional.of("api_called");
    }
    for (Pattern engine : new Pattern[] {WEBAPP_ENGINE, ENGINE}) {
      var matched = engine.matcher(path);
      if (matched.matches()) {
        boolean asks = method.equals("POST") && QUESTION.matcher(matched.group(1)).matches();
        return asks ? Optional.empty() : Optional.of("engine_called");
      }
    }
    boolean plugin = path.contains("/plugin/") || path.contains("/auth/");
    return WEBAPPS.matcher(path).matches() && !plugin
        ? Optional.of("engine_called")
        : Optional.empty();
  }
}

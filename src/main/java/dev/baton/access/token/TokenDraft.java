package dev.baton.access.token;

import dev.baton.input.FieldReader;
import dev.baton.input.TextPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token that is to be made.
 *
 * @param name which machine uses it
 * @param scopes what it opens; none said: signals
 * @param expiresAt until when; none: for ever
 * @param callsAMinute how often on each node; none: as the settings say
 * @param readsAs with the scope mcp: the person whose eyes the assistant reads with
 */
record TokenDraft(
    @Nullable String name,
    @Schema(allowableValues = {"signals", "metrics", "status", "mcp"})
        @Nullable List<String> scopes,
    @Nullable Instant expiresAt,
    @Nullable Integer callsAMinute,
    @Nullable String readsAs) {
  private static final int LONGEST_NAME = 90;
  private static final int MOST_CALLS = 1_000_000;

  String checkedName(FieldReader draft) {
    String clean = name == null ? "" : TextPolicy.clean(name);
    if (clean.isEmpty()
        || TextPolicy.objection(clean, LONGEST_NAME).isPresent()
        || !TextPolicy.oneLine(clean).equals(clean)) {
      draft.wrong("name", "say which machine uses it, in 1 to 90 characters");
    }
    return clean;
  }

  /**
   * Checks what it opens.
   *
   * @param reads whether somebody works here and may read leads
   */
  Token.Terms terms(FieldReader draft, Instant now, Predicate<String> reads) {
    List<String> words = Objects.requireNonNullElse(scopes, List.of(TokenScope.SIGNALS.word()));
    if (words.isEmpty() || !TokenScope.words().containsAll(words)) {
      draft.wrong("scopes", "one or more of these", TokenScope.words());
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      draft.wrong("expiresAt", "an instant to come");
    }
    if (callsAMinute != null && (callsAMinute < 1 || callsAMinute > MOST_CALLS)) {
      draft.wrong("callsAMinute", "a number from 1 to 1000000");
    }
    Set<TokenScope> known =
        words.stream()
            .flatMap(word -> TokenScope.of(word).stream())
            .collect(Collectors.toUnmodifiableSet());
    if (known.contains(TokenScope.MCP) != (readsAs != null)) {
      draft.wrong("readsAs", "with the scope mcp, and only with it: whose eyes it reads with");
    } else if (readsAs != null && !reads.test(readsAs)) {
      draft.wrong("readsAs", "somebody who works here and may read leads");
    }
    return new Token.Terms(known, expiresAt, callsAMinute, readsAs);
  }

  static FieldReader reader() {
    return new FieldReader(Map.of());
  }
}

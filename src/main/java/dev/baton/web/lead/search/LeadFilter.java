package dev.baton.web.lead.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which leads are looked for, and in which order; null: anything.
 *
 * @param id of the one lead that an identity led to
 * @param words each is a piece of the name, the company, the address or the external id
 * @param minScore the least score that was last recorded, whole points
 */
record LeadFilter(
    @Nullable String id,
    List<String> words,
    @Nullable String stage,
    @Nullable String owner,
    @Nullable String source,
    @Nullable String campaign,
    @Nullable Integer minScore,
    LeadTimes times,
    LeadOrder order) {
  private static final int MOST_WORDS = 8;

  LeadFilter {
    words = List.copyOf(words);
  }

  /** What a person typed, as words. */
  static List<String> words(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Stream.of(typed.strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .toList();
  }

  /** In which order leads are shown. */
  enum LeadOrder {
    NEWEST("l.created_at desc"),
    SCORE("last_score desc nulls last, l.created_at desc"),
    DUE("next_due asc nulls last, l.created_at desc"),
    RECENT("last_signal desc nulls last, l.created_at desc");

    /** Those that a caller may ask for. */
    static final List<String> WORDS = Stream.of(SCORE, DUE, RECENT).map(LeadOrder::word).toList();

    final String sql;

    LeadOrder(String sql) {
      this.sql = sql;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static LeadOrder of(@Nullable String word) {
      return word != null && WORDS.contains(word) ? valueOf(word.toUpperCase(Locale.ROOT)) : NEWEST;
    }
  }
}

package dev.baton.alert.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a lead in a message: who it is and why it matters.
 *
 * @param who the person in one line: name, title, company
 * @param why reasons with points, strongest first
 * @param signals the last signals, newest first
 * @param words what the lead wrote
 * @param topics what the things it took were about
 * @param sinceNo what changed since the last rejection
 * @param missing what is not known yet
 * @param contact how to reach it, or null where nobody is told of a person
 * @param colleagues with whom of its company sales is talking, without a name of theirs
 */
public record LeadSummary(
    @Nullable String who,
    List<String> why,
    List<String> signals,
    @Nullable String words,
    List<String> topics,
    @Nullable String sinceNo,
    List<String> missing,
    @Nullable LeadContact contact,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> colleagues) {
  /** Of a message that is about no lead, or about many. */
  public static final LeadSummary NONE = of(null, List.of());

  /** Leads write some of this: it is cut to what a person reads and cleaned. */
  public LeadSummary {
    who = SafeText.lineOrNull(who, 300);
    why = SafeText.each(why, 300);
    signals = SafeText.each(signals, 300);
    words = SafeText.linesOrNull(words, 2000);
    topics = SafeText.each(topics, 100);
    sinceNo = SafeText.lineOrNull(sinceNo, 500);
    missing = SafeText.each(missing, 300);
    colleagues = SafeText.each(colleagues, 300);
  }

  /** Of somebody of whose colleagues nothing is said. */
  public LeadSummary(
      @Nullable String who,
      List<String> why,
      List<String> signals,
      @Nullable String words,
      List<String> topics,
      @Nullable String sinceNo,
      List<String> missing,
      @Nullable LeadContact contact) {
    this(who, why, signals, words, topics, sinceNo, missing, contact, List.of());
  }

  LeadSummary with(List<String> others) {
    return new LeadSummary(who, why, signals, words, topics, sinceNo, missing, contact, others);
  }

  /** Nothing but who it is and why it matters. */
  public static LeadSummary of(@Nullable String who, List<String> why) {
    return new LeadSummary(who, why, List.of(), null, List.of(), null, List.of(), null);
  }

  /** The lead's own words, as a quotation. */
  public @Nullable String quotation() {
    return LeadBriefing.quoted(words);
  }
}

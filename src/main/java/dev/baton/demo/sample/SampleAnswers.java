package dev.baton.demo.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the reps of the story write into their answers. */
public final class SampleAnswers {
  private static final Map<String, String> NOTES =
      Map.ofEntries(
          Map.entry("wrong_icp", "Far too small for us, and not in our market."),
          Map.entry("low_intent", "Was only collecting material for a talk."),
          Map.entry("duplicate", "We are already talking to a colleague of theirs."),
          Map.entry("unreachable", "Three calls and two mails, no answer."),
          Map.entry("no_budget", "Budget is frozen for this year."),
          Map.entry("no_authority", "Likes it, but the COO decides and isn't involved yet."),
          Map.entry("no_active_need", "Content with the spreadsheet for now."),
          Map.entry("bad_timing", "In the middle of a CRM migration, wants to talk after it."),
          Map.entry("competitor", "Signed with a competitor last month."));

  private static final List<String> NEEDS =
      List.of(
          "Leads sit for days before anybody calls",
          "Marketing and sales argue about what a good lead is",
          "Nobody sees which leads were dropped, and why",
          "Wants response times under control before the new team starts");
  private static final List<String> TIMINGS =
      List.of("Wants to start next quarter", "Contract renewal in two months", "As soon as it can");
  private static final List<String> DEAL_STAGES = List.of("discovery", "proposal", "negotiation");
  private static final List<String> NEXT_STEPS =
      List.of(
          "Send the proposal",
          "Demo for the sales leads on Thursday",
          "Security questionnaire",
          "Talk to the CFO about terms");
  private static final List<String> KINDS = List.of("call", "call", "email", "meeting");
  private static final List<String> OUTCOMES =
      List.of("connected", "left_message", "no_answer", "replied");

  private final Random random;

  public SampleAnswers(Random random) {
    this.random = random;
  }

  public Map<String, Object> rejected(String reason) {
    return Map.of("decision", "reject", "reason", reason, "note", NOTES.get(reason));
  }

  public Map<String, Object> qualified() {
    return qualification(true, Map.of("decision", "qualify"));
  }

  public Map<String, Object> disqualified(String reason) {
    return qualification(
        false, Map.of("decision", "disqualify", "reason", reason, "note", NOTES.get(reason)));
  }

  private Map<String, Object> qualification(boolean met, Map<String, Object> decision) {
    Map<String, Object> fields = new HashMap<>(decision);
    boolean meddic = random.nextInt(4) == 0;
    fields.put("framework", meddic ? "meddic" : "bant");
    Map<String, Object> criteria = new HashMap<>();
    criteria.put("need", criterion(met, pick(NEEDS)));
    criteria.put("authority", criterion(met, "Decides together with the head of sales"));
    criteria.put("timing", criterion(met, pick(TIMINGS)));
    if (meddic) {
      criteria.put("identifyPain", criterion(met, pick(NEEDS)));
      criteria.put("champion", Map.of("met", met));
    } else {
      criteria.put("budget", Map.of("met", met && random.nextBoolean()));
    }
    fields.put("criteria", criteria);
    return fields;
  }

  private static Map<String, Object> criterion(boolean met, String evidence) {
    return met ? Map.of("met", true, "evidence", evidence) : Map.of("met", false);
  }

  public Map<String, Object> touch(Instant now) {
    String kind = pick(KINDS);
    String outcome = fitting(kind, pick(OUTCOMES));
    boolean onThePhone = outcome.equals("no_answer") || outcome.equals("left_message");
    kind = onThePhone ? "call" : kind;
    return outcome.equals("no_answer")
        ? Map.of(
            "kind", kind, "outcome", outcome, "nextAt", now.plus(Duration.ofDays(1)).toString())
        : Map.of("kind", kind, "outcome", outcome);
  }

  /** Nobody speaks in a mail or replies to a call. */
  private static String fitting(String kind, String outcome) {
    return switch (outcome) {
      case "replied" -> kind.equals("email") ? outcome : "connected";
      case "connected" -> kind.equals("email") ? "replied" : outcome;
      default -> outcome;
    };
  }

  /** From some 4,000 to 60,000, most of them small, as deals are. */
  public Map<String, Object> deal(Instant now) {
    long value = Math.round(Math.exp(9.6 + random.nextGaussian() * 0.6) / 100) * 100;
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return Map.of(
        "value", Math.min(Math.max(value, 4_000), 60_000),
        "currency", "EUR",
        "stage", pick(DEAL_STAGES),
        "nextStep", pick(NEXT_STEPS),
        "closeDate", today.plusDays(20 + random.nextInt(40)).toString());
  }

  public Map<String, Object> lost(String reason) {
    return Map.of("outcome", "lost", "reason", reason, "note", NOTES.get(reason));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}

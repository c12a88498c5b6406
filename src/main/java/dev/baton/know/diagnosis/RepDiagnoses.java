package dev.baton.know.diagnosis;

import dev.baton.change.backtest.rate.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Diagnosis of the reps of some handoffs: four questions, each asked of a rep and of all others
 * with the same mix of bands. All questions to all reps together find something where nothing is in
 * one of twenty cases (Bonferroni).
 */
final class RepDiagnoses {
  static final long ENOUGH = 30;
  static final Duration SITS = Duration.ofDays(5);

  private static final String USUAL = DiagnosisCheck.USUAL;
  private static final int MOST_LEADS = 20;
  private static final int QUESTIONS = 4;
  private static final double MISTAKES = 0.05;
  private static final String HOT = "hot";
  private static final Set<String> WARM = Set.of(HOT, "warm");

  /** What says that the score was wrong, rather than that the time is. */
  private static final Set<String> AGAINST_SCORE = Set.of("low_intent", "wrong_icp");

  private final List<ReviewedLead> all;
  private final Instant now;
  private final double certain;
  private final Map<String, List<ReviewedLead>> byRep;

  RepDiagnoses(List<ReviewedLead> all, Instant now) {
    this.all = all;
    this.now = now;
    this.byRep =
        all.stream()
            .collect(Collectors.groupingBy(ReviewedLead::rep, TreeMap::new, Collectors.toList()));
    int asked = Math.max(1, byRep.size() * QUESTIONS);
    this.certain = new NormalDistribution().inverseCumulativeProbability(1 - MISTAKES / 2 / asked);
  }

  List<RepDiagnosis> rows() {
    return byRep.keySet().stream().map(this::of).toList();
  }

  private RepDiagnosis of(String rep) {
    return new RepDiagnosis(
        rep, List.of(acceptance(rep), picking(rep), sitting(rep), against(rep)));
  }

  private DiagnosisCheck acceptance(String rep) {
    List<ReviewedLead> reviewed = all.stream().filter(ReviewedLead::isReviewed).toList();
    return compared(
        "acceptance",
        rep,
        reviewed,
        lead -> lead.acceptedAt() != null,
        new Words(
            "higher",
            "Look whether what was accepted goes on; if it does, ask what others could take over.",
            "lower",
            "Look at the rejected leads together: is it the leads, or how they are read?"),
        lead -> lead.rejected() != null);
  }

  private DiagnosisCheck sitting(String rep) {
    List<ReviewedLead> old =
        all.stream()
            .filter(l -> l.acceptedAt() != null && !l.acceptedAt().isAfter(now.minus(SITS)))
            .toList();
    return compared(
        "accept_then_sit",
        rep,
        old,
        this::sits,
        new Words(
            "sits",
            "Accepted leads lie for five days: look at the open ones, and at the load.",
            USUAL,
            null),
        this::sits);
  }

  private boolean sits(ReviewedLead lead) {
    Instant accepted = lead.acceptedAt();
    Instant next = lead.nextAt();
    return accepted != null && (next == null || next.isAfter(accepted.plus(SITS)));
  }

  private DiagnosisCheck against(String rep) {
    List<ReviewedLead> hot =
        all.stream().filter(ReviewedLead::isReviewed).filter(l -> l.band().equals(HOT)).toList();
    return compared(
        "rejections_against_score",
        rep,
        hot,
        RepDiagnoses::contradicts,
        new Words(
            "contradicts",
            "Hot leads are rejected as no fit or no interest: read three of them with marketing; one"
                + " of both has to change, the score or the review.",
            USUAL,
            null),
        RepDiagnoses::contradicts);
  }

  private static boolean contradicts(ReviewedLead lead) {
    String reason = lead.rejected();
    return reason != null && AGAINST_SCORE.contains(reason);
  }

  /** What a rate that is certainly above or below that of the others is called. */
  private record Words(
      String above, @Nullable String todoAbove, String below, @Nullable String todoBelow) {}

  private DiagnosisCheck compared(
      String check,
      String rep,
      List<ReviewedLead> cases,
      Predicate<ReviewedLead> hit,
      Words words,
      Predicate<ReviewedLead> shown) {
    List<ReviewedLead> own = cases.stream().filter(lead -> lead.rep().equals(rep)).toList();
    Set<String> bands = StandardisedRate.mix(own).keySet();
    List<ReviewedLead> rest =
        cases.stream()
            .filter(lead -> !lead.rep().equals(rep) && bands.contains(lead.band()))
            .toList();
    if (own.size() < ENOUGH || rest.size() < ENOUGH) {
      return DiagnosisCheck.thin(check, own.size());
    }
    Map<String, Long> mix = StandardisedRate.mix(cases);
    StandardisedRate mine = StandardisedRate.of(own, hit, mix);
    StandardisedRate others = StandardisedRate.of(rest, hit, mix);
    double difference = mine.adjusted() - others.adjusted();
    double reach = certain * Math.hypot(mine.error(), others.error());
    boolean above = difference > reach;
    boolean below = -difference > reach;
    return new DiagnosisCheck(
        check,
        own.size(),
        Shares.of((double) mine.hits() / mine.n()),
        DiagnosisCheck.Adjusted.of(mine.adjusted(), mine.error(), 0),
        Shares.of(others.adjusted()),
        above ? words.above() : below ? words.below() : USUAL,
        above ? words.todoAbove() : below ? words.todoBelow() : null,
        leads(own, shown));
  }

  /** Reviewed in time: by how much more of the warm leads than of the others. */
  private DiagnosisCheck picking(String rep) {
    List<ReviewedLead> own = timed(lead -> lead.rep().equals(rep));
    List<ReviewedLead> rest = timed(lead -> !lead.rep().equals(rep));
    Gap mine = Gap.of(own);
    Gap others = Gap.of(rest);
    if (mine.fewest() < ENOUGH || others.fewest() < ENOUGH) {
      return DiagnosisCheck.thin("cherry_picking", own.size());
    }
    boolean picks =
        mine.value() - others.value() > certain * Math.hypot(mine.error(), others.error());
    return new DiagnosisCheck(
        "cherry_picking",
        own.size(),
        Shares.of(mine.value()),
        DiagnosisCheck.Adjusted.of(mine.value(), mine.error(), -1),
        Shares.of(others.value()),
        picks ? "picks" : USUAL,
        picks
            ? "Warm leads are answered in time and others are not: agree on an order, or ask whether"
                + " the others should come at all."
            : null,
        leads(own, lead -> !isWarm(lead) && Boolean.FALSE.equals(lead.inTime())));
  }

  private List<ReviewedLead> timed(Predicate<ReviewedLead> whose) {
    return all.stream().filter(lead -> lead.inTime() != null).filter(whose).toList();
  }

  private static boolean isWarm(ReviewedLead lead) {
    return WARM.contains(lead.band());
  }

  private static List<String> leads(List<ReviewedLead> own, Predicate<ReviewedLead> which) {
    return own.stream()
        .filter(which)
        .map(ReviewedLead::leadId)
        .distinct()
        .limit(MOST_LEADS)
        .toList();
  }

  /** Difference of two rates: how many of the warm leads and of the others were in time. */
  private record Gap(double value, double error, long fewest) {
    static Gap of(List<ReviewedLead> leads) {
      List<ReviewedLead> warm = leads.stream().filter(RepDiagnoses::isWarm).toList();
      List<ReviewedLead> cold = leads.stream().filter(lead -> !isWarm(lead)).toList();
      Predicate<ReviewedLead> met = lead -> Boolean.TRUE.equals(lead.inTime());
      StandardisedRate ofWarm = StandardisedRate.of(warm, met, StandardisedRate.mix(warm));
      StandardisedRate ofCold = StandardisedRate.of(cold, met, StandardisedRate.mix(cold));
      return new Gap(
          ofWarm.adjusted() - ofCold.adjusted(),
          Math.hypot(ofWarm.error(), ofCold.error()),
          Math.min(warm.size(), cold.size()));
    }
  }
}

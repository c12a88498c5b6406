package dev.baton.know.scorecard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Points of a scorecard: 20 more points mean that the odds of going on are twice as high.
 *
 * @param learned fields and signals that were looked at with enough cases, whether they tell or not
 */
record LearnedPoints(List<FieldPoints> fields, List<SignalPoints> signals, Learned learned) {
  static final double POINTS_PER_DOUBLING = 20;
  private static final double FACTOR = POINTS_PER_DOUBLING / Math.log(2);
  private static final double PENALTY = 1;
  private static final double LEVEL = 0.05;
  private static final double Z = 1.959963984540054;

  /** What was looked at. */
  record Learned(Set<Field> fields, Set<String> signals) {}

  /** The points of one bin. */
  record FieldPoints(Field field, PointRow row) {}

  /** The points of having done something, which fade. */
  record SignalPoints(String type, PointRow row) {}

  private record SignalCounts(String type, Bin with, Bin without) {
    boolean isEnough() {
      return with.n() >= Binning.ENOUGH && without.n() >= Binning.ENOUGH;
    }
  }

  static LearnedPoints of(List<LeadFeatures> leads, boolean[] wentOn) {
    List<Binning> binned = binned(leads, wentOn);
    List<SignalCounts> counted = counted(leads, wentOn);
    // as many things as are looked at, one of them would seem to tell something by chance
    double level = LEVEL / Math.max(1, binned.size() + counted.size());
    List<Binning> fields = binned.stream().filter(one -> one.chance() < level).toList();
    List<SignalCounts> signals =
        counted.stream()
            .filter(one -> Binning.chance(List.of(one.with(), one.without())) < level)
            .toList();
    Set<Field> fieldsLearned = new HashSet<>(binned.stream().map(Binning::field).toList());
    Set<String> typesLearned = new TreeSet<>(counted.stream().map(SignalCounts::type).toList());
    Learned learned = new Learned(fieldsLearned, typesLearned);
    double[][] rows =
        leads.stream().map(lead -> row(lead, fields, signals)).toArray(double[][]::new);
    LogisticRegression fitted = LogisticRegression.fit(rows, wentOn, PENALTY);
    return new LearnedPoints(
        fieldPoints(fields, fitted), signalPoints(signals, fields.size(), fitted), learned);
  }

  private static List<Binning> binned(List<LeadFeatures> leads, boolean[] wentOn) {
    Set<Field> fields = new HashSet<>(Field.OF_PROFILE);
    leads.forEach(lead -> fields.addAll(lead.fields().keySet()));
    List<Binning> binned = new ArrayList<>();
    fields.stream()
        .sorted(Comparator.comparing(Field::expression))
        .forEach(
            field -> {
              List<@Nullable Object> values = new ArrayList<>();
              leads.forEach(lead -> values.add(lead.fields().get(field)));
              Binning cut = Binning.of(field, values, wentOn);
              if (cut != null) {
                binned.add(cut);
              }
            });
    return binned;
  }

  private static List<SignalCounts> counted(List<LeadFeatures> leads, boolean[] wentOn) {
    Set<String> types = new TreeSet<>();
    leads.forEach(lead -> types.addAll(lead.signals().keySet()));
    return types.stream()
        .map(
            type -> {
              Bin with = new Bin("", 0, 0);
              Bin without = with;
              for (int i = 0; i < leads.size(); i++) {
                if (leads.get(i).signals().getOrDefault(type, 0.0) > 0) {
                  with = with.plus(wentOn[i]);
                } else {
                  without = without.plus(wentOn[i]);
                }
              }
              return new SignalCounts(type, with, without);
            })
        .filter(SignalCounts::isEnough)
        .toList();
  }

  private static double[] row(LeadFeatures lead, List<Binning> fields, List<SignalCounts> signals) {
    return IntStream.range(0, fields.size() + signals.size())
        .mapToDouble(
            i -> {
              if (i < fields.size()) {
                Binning field = fields.get(i);
                return field.woe(field.bin(lead.fields().get(field.field())));
              }
              return lead.signals().getOrDefault(signals.get(i - fields.size()).type(), 0.0);
            })
        .toArray();
  }

  private static List<FieldPoints> fieldPoints(List<Binning> fields, LogisticRegression fitted) {
    List<FieldPoints> points = new ArrayList<>();
    Set<String> slugs = new HashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      Binning field = fields.get(i);
      String slug = slug(field.field().name());
      String named = slugs.add(slug) ? slug : slug + "-" + i;
      double weight = fitted.weights()[i + 1];
      double error = fitted.errors()[i + 1];
      for (int bin = 1; bin < field.bins().size(); bin++) {
        double woe = field.woe(bin);
        double variance =
            weight * weight * (field.bins().get(bin).variance() + field.bins().get(0).variance())
                + woe * woe * error * error;
        String rule = "learned-%s-%d".formatted(named, bin);
        points.add(
            new FieldPoints(
                field.field(),
                row(
                    rule,
                    field.field().name(),
                    field.bins().get(bin),
                    weight * woe,
                    Math.sqrt(variance))));
      }
    }
    return points.stream().filter(one -> one.row().points() != 0).toList();
  }

  private static List<SignalPoints> signalPoints(
      List<SignalCounts> signals, int before, LogisticRegression fitted) {
    return IntStream.range(0, signals.size())
        .mapToObj(
            i -> {
              SignalCounts one = signals.get(i);
              Bin bin = new Bin("\"%s\"".formatted(one.type()), one.with().n(), one.with().went());
              return new SignalPoints(
                  one.type(),
                  row(
                      "learned-signal-" + slug(one.type()),
                      "Signal",
                      bin,
                      fitted.weights()[before + i + 1],
                      fitted.errors()[before + i + 1]));
            })
        .filter(one -> one.row().points() != 0)
        .toList();
  }

  private static PointRow row(String rule, String field, Bin bin, double weight, double error) {
    return new PointRow(
        rule,
        field,
        bin.cell(),
        (int) Math.round(FACTOR * weight),
        FACTOR * (weight - Z * error),
        FACTOR * (weight + Z * error),
        bin.n(),
        (double) bin.went() / bin.n());
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "x" + Integer.toHexString(text.hashCode()) : slug;
  }

  boolean isEmpty() {
    return fields.isEmpty() && signals.isEmpty();
  }

  List<PointRow> rows() {
    List<PointRow> rows = new ArrayList<>();
    fields.forEach(one -> rows.add(one.row()));
    signals.forEach(one -> rows.add(one.row()));
    return rows;
  }
}

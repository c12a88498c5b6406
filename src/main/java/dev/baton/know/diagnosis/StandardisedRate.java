package dev.baton.know.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Directly standardised rate: what it would be, had everybody the same mix of bands; bands in which
 * there is no case are left out, and the weights of the others grow.
 *
 * @param n cases, {@code hits} of them
 * @param adjusted to the mix of all
 * @param error its standard error
 */
record StandardisedRate(long n, long hits, double adjusted, double error) {

  /**
   * Of some cases.
   *
   * @param mix how many of all cases each band has
   */
  static StandardisedRate of(
      List<ReviewedLead> cases, Predicate<ReviewedLead> hit, Map<String, Long> mix) {
    Map<String, List<ReviewedLead>> bands =
        cases.stream()
            .collect(Collectors.groupingBy(ReviewedLead::band, TreeMap::new, Collectors.toList()));
    double weights = bands.keySet().stream().mapToLong(band -> mix.getOrDefault(band, 0L)).sum();
    double rate = 0;
    double variance = 0;
    long hits = 0;
    for (Map.Entry<String, List<ReviewedLead>> band : bands.entrySet()) {
      double weight = mix.getOrDefault(band.getKey(), 0L) / weights;
      long n = band.getValue().size();
      long of = band.getValue().stream().filter(hit).count();
      // two cases more, so that a band in which all are alike isn't taken for certain
      double cautious = (of + 1.0) / (n + 2.0);
      rate += weight * of / n;
      variance += weight * weight * cautious * (1 - cautious) / n;
      hits += of;
    }
    return new StandardisedRate(cases.size(), hits, rate, Math.sqrt(variance));
  }

  static Map<String, Long> mix(List<ReviewedLead> cases) {
    return cases.stream()
        .collect(Collectors.groupingBy(ReviewedLead::band, TreeMap::new, Collectors.counting()));
  }
}

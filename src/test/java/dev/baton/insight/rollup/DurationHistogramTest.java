package dev.baton.insight.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DurationHistogramTest {
  @Property(tries = 300)
  void a_percentile_is_at_most_one_percent_off(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.01, max = 9000) Double> hours,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    DurationHistogram histogram = new DurationHistogram();
    hours.forEach(one -> histogram.add(one, 1));
    double exact = percentile(hours, share);
    assertThat(histogram.percentile(share)).isCloseTo(exact, within(exact * 0.01 + 1e-9));
  }

  @Property(tries = 100)
  void what_is_written_and_read_again_and_taken_back_is_nothing(
      @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 9000) Double> hours) {
    DurationHistogram histogram = new DurationHistogram();
    hours.forEach(one -> histogram.add(one, 1));
    DurationHistogram back = new DurationHistogram();
    hours.forEach(one -> back.add(one, -1));
    DurationHistogram sum = new DurationHistogram();
    sum.add(histogram.encoded());
    assertThat(sum.encoded()).isEqualTo(histogram.encoded());
    assertThat(sum.percentile(1)).isEqualTo(histogram.percentile(1));
    sum.add(back.encoded());
    assertThat(sum.encoded()).isEmpty();
    assertThat(sum.percentile(0.5)).isNull();
  }

  @Test
  void an_answer_at_once_took_no_time() {
    DurationHistogram histogram = new DurationHistogram();
    histogram.add(0, 3);
    assertThat(histogram.percentile(0.95)).isZero();
  }

  /** As percentile_cont does it. */
  private static double percentile(List<Double> unsorted, double share) {
    List<Double> hours = new java.util.ArrayList<>(unsorted);
    Collections.sort(hours);
    double rank = share * (hours.size() - 1);
    int below = (int) Math.floor(rank);
    int above = Math.min(below + 1, hours.size() - 1);
    return hours.get(below) + (hours.get(above) - hours.get(below)) * (rank - below);
  }
}

package dev.baton.know.attribution;

import dev.baton.input.EnumWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How the credit of a goal is split over the touches before it, the oldest touch first. */
public enum AttributionModel {
  FIRST,
  LAST,
  LINEAR,
  /** Two fifths each for the first and the last one, the rest for those between. */
  POSITION,
  /** Half as much for each week that a touch lies before the goal. */
  TIME_DECAY;

  public static final List<String> WORDS =
      Arrays.stream(values()).map(AttributionModel::word).toList();

  private static final double HALF_LIFE_DAYS = 7;

  /** As the contract and addresses call it. */
  public String word() {
    return EnumWords.of(this).replace('_', '-');
  }

  public static AttributionModel of(String word) {
    return values()[WORDS.indexOf(word)];
  }

  /**
   * Credits in millionths, which sum to exactly one million.
   *
   * @param touches at least one, ordered by their instants
   */
  List<Integer> split(List<Touchpoint> touches, Instant goal) {
    int n = touches.size();
    return LargestRemainder.split(
        switch (this) {
          case FIRST -> only(0, n);
          case LAST -> only(n - 1, n);
          case LINEAR -> Collections.nCopies(n, 1.0);
          case POSITION -> position(n);
          case TIME_DECAY -> decayed(touches, goal);
        });
  }

  private static List<Double> only(int one, int n) {
    return IntStream.range(0, n).mapToObj(i -> i == one ? 1.0 : 0.0).toList();
  }

  private static List<Double> position(int n) {
    if (n <= 2) {
      return Collections.nCopies(n, 1.0);
    }
    double between = 0.2 / (n - 2);
    return IntStream.range(0, n).mapToObj(i -> i == 0 || i == n - 1 ? 0.4 : between).toList();
  }

  /** Counted from the last touch: far from the goal all would be nothing, and only shares count. */
  private static List<Double> decayed(List<Touchpoint> touches, Instant goal) {
    double least = days(touches.get(touches.size() - 1), goal);
    return touches.stream()
        .map(touch -> Math.pow(2, (least - days(touch, goal)) / HALF_LIFE_DAYS))
        .toList();
  }

  private static double days(Touchpoint touch, Instant goal) {
    return Duration.between(touch.at(), goal).toSeconds() / 86_400.0;
  }
}

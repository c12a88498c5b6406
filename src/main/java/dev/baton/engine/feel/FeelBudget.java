package dev.baton.engine.feel;

import java.util.function.Supplier;

/**
 * How many steps of FEEL a decision may take: far more than any honest table needs, and few enough
 * that nobody waits. Counted in steps and not in time, so that a slow machine decides the same.
 */
public final class FeelBudget {
  static final int STEPS = 250_000;

  private static final ThreadLocal<FeelBudget> CURRENT = new ThreadLocal<>();

  private int left = STEPS;

  private FeelBudget() {}

  /** Thrown in the middle of an evaluation. */
  public static final class Exceeded extends RuntimeException {
    Exceeded() {
      super("takes more than %,d steps; make it simpler".formatted(STEPS));
    }
  }

  /** One budget for all that is evaluated inside; a cell that is evaluated alone has its own. */
  public static <T> T within(Supplier<T> evaluation) {
    if (CURRENT.get() != null) {
      return evaluation.get();
    }
    CURRENT.set(new FeelBudget());
    try {
      return evaluation.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** Whoever swallows the exception meets it again at the next step. */
  static void spend(long steps) {
    FeelBudget budget = CURRENT.get();
    if (budget != null) {
      budget.left = (int) Math.max(-1, budget.left - Math.min(steps, STEPS + 1L));
      if (budget.left < 0) {
        throw new Exceeded();
      }
    }
  }
}

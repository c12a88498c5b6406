package dev.baton.engine.feel;

import java.util.function.Supplier;

/**
 * How many steps of FEEL a decision may take: far more than any honest table needs, and few enough
 * that nobody waits. Counted in steps and not in time, so that a slow machine decides the same.
 */
public final class FeelBudget {
  static final int STEPS = 250_000;

  /** Characters of a text that a cell makes. */
  static final int LONGEST = 10_000;

  private static final ThreadLocal<FeelBudget> CURRENT = new ThreadLocal<>();

  private int left = STEPS;

  private FeelBudget() {}

  /** Thrown in the middle of an evaluation. */
  public static final class Exceeded extends RuntimeException {
    private Exceeded(String what) {
      super(what + "; make it simpler");
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
    } catch (StackOverflowError e) {
      throw new Exceeded("nests too deep");
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
        throw new Exceeded("takes more than %,d steps".formatted(STEPS));
      }
    }
  }

  /** For a text that is made. */
  static void spendText(long length) {
    if (length > LONGEST) {
      throw new Exceeded("makes a text of more than %,d characters".formatted(LONGEST));
    }
  }
}

package dev.baton.agent.model;

import java.math.BigDecimal;

/** A language model gave no text; what it cost all the same is known. */
final class ModelFailed extends Exception {
  private final BigDecimal cost;

  ModelFailed(String why, BigDecimal cost) {
    super(why);
    this.cost = cost;
  }

  BigDecimal cost() {
    return cost;
  }
}

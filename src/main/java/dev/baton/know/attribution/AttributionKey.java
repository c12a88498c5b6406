package dev.baton.know.attribution;

import dev.baton.insight.rollup.Aggregates;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rows of an attribution are. */
public enum AttributionKey {
  SOURCE,
  CAMPAIGN,
  /** Every act has a part in it, whether it names where it came from or not. */
  TYPE,
  /** All models that were in force at the MQL, by their hash (rule R21). */
  MODELS;

  boolean counts(Touchpoint touch) {
    return this == TYPE || touch.names();
  }

  /** Without a touch, what made it is unknown. */
  String of(@Nullable Touchpoint touch, ReachedGoal goal) {
    String key =
        switch (this) {
          case SOURCE -> touch == null ? null : touch.source();
          case CAMPAIGN -> touch == null ? null : touch.campaign();
          case TYPE -> touch == null ? null : touch.type();
          case MODELS -> goal.models();
        };
    return Objects.requireNonNullElse(key, Aggregates.NO_KEY);
  }
}

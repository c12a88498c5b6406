package dev.baton.change;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a change stands. An open one can be edited, checked, signed, applied and withdrawn. */
public enum ChangeState {
  PROPOSED,
  /** What it says now was checked. */
  CHECKED,
  /** Marketing and sales have signed what was checked. */
  SIGNED,
  IN_FORCE,
  ROLLED_BACK,
  WITHDRAWN;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isOpen() {
    return this == PROPOSED || this == CHECKED || this == SIGNED;
  }
}

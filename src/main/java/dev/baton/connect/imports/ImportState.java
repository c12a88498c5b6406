package dev.baton.connect.imports;

import java.util.Locale;

/** How far an import has got. */
public enum ImportState {
  RUNNING,
  DONE,
  CANCELLED,
  /** It stopped by itself; what was in by then is. */
  FAILED,
  UNDOING,
  UNDONE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

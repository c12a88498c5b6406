package dev.baton.connect.imports;

import java.util.Locale;

/** What became of a row of an import. */
enum RowState {
  WAITING,
  /** It made a lead. */
  NEW,
  /** It is of a lead that was known. */
  JOINED,
  /** It was recorded before. */
  REPEATED,
  REFUSED,
  /** It was taken back. */
  UNDONE,
  /** It couldn't be taken back. */
  KEPT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

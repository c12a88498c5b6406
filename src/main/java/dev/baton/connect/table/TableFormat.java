package dev.baton.connect.table;

import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param file csv or xlsx
 * @param charset of a csv
 * @param delimiter of a csv
 */
public record TableFormat(String file, @Nullable String charset, @Nullable String delimiter) {
  public static final TableFormat SPREADSHEET = new TableFormat("xlsx", null, null);
}

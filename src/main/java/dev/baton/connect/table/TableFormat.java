package dev.baton.connect.table;

import org.jspecify.annotations.Nullable;

/**
 * How a file is written.
 *
 * @param file csv or xlsx
 * @param charset of a csv
 * @param charset of a csv
 * @param assumed whether nothing in the file or beside it says that this is its charset
 * @param delimiter of a csv
 */
public record TableFormat(
    String file, @Nullable String charset, boolean assumed, @Nullable String delimiter) {
  public static final TableFormat SPREADSHEET = new TableFormat("xlsx", null, false, null);
}

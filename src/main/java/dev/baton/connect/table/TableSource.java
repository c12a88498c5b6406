package dev.baton.connect.table;

import java.util.function.Predicate;

/** File whose rows can be read again and again, one at a time. */
interface TableSource {
  TableFormat format();

  /** From the first row on, as long as the answer is true. */
  void read(Predicate<TableRow> rows);
}

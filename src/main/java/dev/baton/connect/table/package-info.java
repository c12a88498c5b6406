/** How is a table read that another system wrote? Character sets, delimiters, dates, numbers. */
@NamedInterface("table")
@NullMarked
package dev.baton.connect.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

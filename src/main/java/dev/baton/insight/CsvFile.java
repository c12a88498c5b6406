package dev.baton.insight;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answer of a call that is a file for a spreadsheet. */
public final class CsvFile {
  private CsvFile() {}

  /** Records as lines, with a header of their components' names. */
  public static <R extends Record> ResponseEntity<byte[]> of(
      String name, Class<R> type, List<R> rows) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name + ".csv").build().toString())
        .body(CsvWriter.of(type, rows).getBytes(StandardCharsets.UTF_8));
  }
}

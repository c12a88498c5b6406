package dev.baton.connect.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.connect.mapping.ImportFields;
import dev.baton.connect.mapping.ImportKind;
import dev.baton.connect.mapping.ImportRequest;
import dev.baton.connect.table.DateOrder;
import dev.baton.connect.table.TableFile;
import dev.baton.input.FieldReader;
import dev.baton.input.TextPolicy;
import dev.baton.input.Translated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/imports…}: files of leads, signals and past outcomes. */
@RestController
@Translated
class ImportController {
  private static final String CSV = "text/csv";
  private static final String EXCEL = "application/vnd.ms-excel";
  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> PARAMETERS =
      List.of("as", "dryRun", "mapping", "dates", "type", "source", "campaign", "file");

  private final ImportCommands commands;
  private final ImportTrials trials;
  private final ImportQueries queries;
  private final ObjectMapper json;

  ImportController(
      ImportCommands commands, ImportTrials trials, ImportQueries queries, ObjectMapper json) {
    this.commands = commands;
    this.trials = trials;
    this.queries = queries;
    this.json = json;
  }

  /**
   * What is said of a file.
   *
   * @param as what its rows are: leads, signals or outcomes
   * @param mapping a JSON object of fields by column; an empty field leaves a column out
   * @param dates dmy or mdy, where the file doesn't tell
   * @param type of signals, where no column holds it
   * @param source of all rows that don't say otherwise; so the campaign
   * @param file its name, to be shown
   */
  record Asked(
      String as,
      @Nullable String mapping,
      @Nullable String dates,
      @Nullable String type,
      @Nullable String source,
      @Nullable String campaign,
      @Nullable String file) {}

  record ImportList(List<ImportProgress> items) {}

  record Started(String id, String state) {}

  /** With what is to be known of its rows. */
  record ImportDetails(
      @com.fasterxml.jackson.annotation.JsonUnwrapped ImportProgress progress,
      List<ImportQueries.Remark> remarks) {}

  @Operation(
      summary = "Import a file, or say what each of its rows would become",
      requestBody =
          @RequestBody(
              required = true,
              content = {
                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                @Content(
                    mediaType = SPREADSHEET,
                    schema = @Schema(type = "string", format = "binary"))
              }))
  @PostMapping(
      path = "/api/imports",
      consumes = {CSV, SPREADSHEET, EXCEL})
  ResponseEntity<?> start(
      @ParameterObject Asked asked,
      @RequestParam(defaultValue = "false") String dryRun,
      @Parameter(hidden = true) HttpServletRequest request,
      Principal by,
      Locale locale)
      throws IOException {
    ImportRequest plan = read(asked, dryRun, request);
    MediaType type = MediaType.parseMediaType(request.getContentType());
    try (TableFile table =
        TableFile.receive(
            request.getInputStream(),
            type.getCharset(),
            name -> ImportFields.named(plan.kind(), name).isPresent())) {
      if (dryRun.equals("true")) {
        return ResponseEntity.ok(trials.tried(table, plan).in(locale));
      }
      String id = commands.start(table, plan, asked.file(), by.getName());
      return ResponseEntity.accepted()
          .location(URI.create("/api/imports/" + id))
          .body(new Started(id, ImportState.RUNNING.word()));
    }
  }

  private ImportRequest read(Asked asked, String dryRun, HttpServletRequest request) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("as", asked.as());
    given.put("dryRun", dryRun);
    given.put("dates", asked.dates());
    given.put("type", asked.type());
    given.put("source", asked.source());
    given.put("campaign", asked.campaign());
    given.put("file", asked.file());
    FieldReader fields = new FieldReader(given);
    String as = fields.oneOf("as", ImportKind.WORDS);
    fields.oneOf("dryRun", List.of("true", "false"));
    String dates = fields.optionalOneOf("dates", DateOrder.WORDS);
    Map<String, String> constants = new LinkedHashMap<>();
    List.of("type", "source", "campaign")
        .forEach(
            field ->
                Optional.ofNullable(fields.text(field, field.equals("type") ? 100 : 200))
                    .ifPresent(value -> constants.put(field, value)));
    fields.text("file", 300);
    Map<String, String> mapping = mapping(asked.mapping(), fields);
    unknown(request, fields);
    if (as != null && constants.containsKey("type") && ImportKind.of(as) != ImportKind.SIGNALS) {
      fields.wrong("type", "only signals have one");
    }
    fields.check();
    return new ImportRequest(
        ImportKind.of(String.valueOf(as)),
        mapping,
        Optional.ofNullable(dates).map(DateOrder::of),
        constants);
  }

  private Map<String, String> mapping(@Nullable String text, FieldReader fields) {
    if (text == null || text.isBlank()) {
      return Map.of();
    }
    try {
      Map<String, String> mapping = new LinkedHashMap<>();
      Map<String, @Nullable String> read =
          json.readValue(text, new TypeReference<Map<String, @Nullable String>>() {});
      read.forEach(
          (column, field) ->
              mapping.put(TextPolicy.clean(column), field == null ? "" : TextPolicy.clean(field)));
      return mapping;
    } catch (JsonProcessingException e) {
      fields.wrong(
          "mapping", "a JSON object of fields by column, such as {\"Firma\": \"company\"}");
      return Map.of();
    }
  }

  private static void unknown(HttpServletRequest request, FieldReader fields) {
    TreeSet<String> names = new TreeSet<>(request.getParameterMap().keySet());
    PARAMETERS.forEach(names::remove);
    names.forEach(
        name ->
            fields.wrong(name, "unknown; say one of " + String.join(", ", PARAMETERS), PARAMETERS));
  }

  @Operation(summary = "The latest 50 imports, newest first")
  @GetMapping("/api/imports")
  ImportList latest() {
    return new ImportList(queries.latest());
  }

  @Operation(summary = "How far an import has got, and the first of its rows that need a look")
  @GetMapping("/api/imports/{id}")
  ImportDetails progress(@PathVariable String id) {
    return new ImportDetails(queries.progress(id), queries.remarks(id));
  }

  @Operation(summary = "The rows that were refused, as a file to correct and send again")
  @GetMapping(path = "/api/imports/{id}/refused.csv", produces = CSV + ";charset=UTF-8")
  ResponseEntity<byte[]> refused(@PathVariable String id) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("refused.csv").build().toString())
        .body(queries.refused(id));
  }

  @Operation(summary = "Stop an import; what is in stays in")
  @PostMapping("/api/imports/{id}/cancel")
  ImportProgress cancel(@PathVariable String id, Principal by) {
    commands.cancel(queries.run(id), by.getName());
    return queries.progress(id);
  }

  @Operation(summary = "Take a whole import back")
  @PostMapping("/api/imports/{id}/undo")
  ImportProgress undo(@PathVariable String id, Principal by) {
    commands.undo(queries.run(id), by.getName());
    return queries.progress(id);
  }
}

package dev.baton.erasure;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/leads/{id}/export|erase}. */
@RestController
@RequestMapping("/api/leads/{id}")
class ErasureController {
  private final PersonExports exports;
  private final ErasureCommands commands;

  ErasureController(PersonExports exports, ErasureCommands commands) {
    this.exports = exports;
    this.commands = commands;
  }

  @Operation(
      summary = "All that is held of a person",
      description =
          "Rows by table with what the engine has, of the lead and of the records merged into it.")
  @GetMapping("/export")
  ResponseEntity<PersonExports.PersonExport> export(@PathVariable String id, Principal by) {
    PersonExports.PersonExport export = exports.of(id, by.getName());
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("lead-%s.json".formatted(export.id()))
                .build()
                .toString())
        .body(export);
  }

  @Operation(
      summary = "Erase a person",
      description =
          "Everything that names them goes, for good; what was counted stays. An open handoff ends as"
              + " erased, its clocks void.")
  @PostMapping("/erase")
  ErasureCommands.Erased erase(
      @PathVariable String id, @RequestBody Map<String, Object> why, Principal by) {
    return commands.erase(id, why, by.getName());
  }
}

package dev.baton.know.attribution;

import dev.baton.connect.table.TableFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/know/costs}: what campaigns cost by month. */
@RestController
@RequestMapping("/api/know/costs")
class CostController {
  private static final String CSV = "text/csv";

  private final CampaignCosts costs;

  CostController(CampaignCosts costs) {
    this.costs = costs;
  }

  record CostList(List<CampaignCost> items) {}

  record Taken(int rows) {}

  @Operation(summary = "What campaigns cost, the newest month first")
  @GetMapping
  CostList costs() {
    return new CostList(costs.all());
  }

  @Operation(
      summary = "Say what campaigns cost; each row takes the place of the one before",
      description = "costs: [{campaign, month, amount, currency}]; 0 takes a cost back")
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Taken put(@RequestBody Object body) {
    return taken(CostReader.json(body));
  }

  @Operation(
      summary = "The same as a file with the columns campaign, month, amount and currency",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  @PutMapping(consumes = CSV)
  Taken putFile(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    @Nullable MediaType type =
        request.getContentType() == null
            ? null
            : MediaType.parseMediaType(request.getContentType());
    try (TableFile table =
        TableFile.receive(
            request.getInputStream(),
            type == null ? null : type.getCharset(),
            name -> CostReader.COLUMNS.contains(name.strip().toLowerCase(Locale.ROOT)))) {
      return taken(CostReader.table(table));
    }
  }

  private Taken taken(List<CampaignCost> read) {
    costs.put(read);
    return new Taken(read.size());
  }
}

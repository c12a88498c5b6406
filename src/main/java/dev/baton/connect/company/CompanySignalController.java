package dev.baton.connect.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.input.StrictJson;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/company-signals}: what is known of a company without a person. */
@RestController
class CompanySignalController {
  private final CompanySignalReader reader;
  private final CompanySignalFeed feed;

  CompanySignalController(CompanySignalReader reader, CompanySignalFeed feed) {
    this.reader = reader;
    this.feed = feed;
  }

  record Recorded(String domain, String type, boolean duplicate) {}

  @Operation(
      summary = "Record what is known of a company, such as a round of funding",
      description =
          "A signal whose lead has a domain and no person; each lead of the company is told it once")
  @PostMapping(path = "/api/company-signals", consumes = MediaType.APPLICATION_JSON_VALUE)
  Recorded record(@RequestBody String body, Principal sender) {
    CompanySignalReader.Reading reading = reader.read(sender.getName(), object(body));
    CompanySignal signal =
        reading
            .signal()
            .orElseThrow(() -> new InvalidInput("The signal was not recorded", reading.errors()));
    return new Recorded(signal.domain(), signal.type(), !feed.record(signal));
  }

  private static ObjectNode object(String body) {
    try {
      JsonNode read = StrictJson.read(body);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, StrictJson.objection(e));
    }
    throw new ApiProblem(HttpStatus.BAD_REQUEST, "Send one signal as a JSON object");
  }
}

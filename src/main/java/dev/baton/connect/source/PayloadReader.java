package dev.baton.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.company.CompanySignal;
import dev.baton.connect.company.CompanySignalReader;
import dev.baton.input.FieldError;
import dev.baton.input.StrictJson;
import dev.baton.signal.SignalFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reader of payloads by a mapping; nothing of them is kept. */
@Component
class PayloadReader {
  private final SignalFeed feed;
  private final CompanySignalReader companies;

  PayloadReader(SignalFeed feed, CompanySignalReader companies) {
    this.feed = feed;
    this.companies = companies;
  }

  MappedPayload read(SignalSource source, String body, Instant receivedAt) {
    JsonNode payload;
    try {
      payload = StrictJson.read(body);
    } catch (JsonProcessingException e) {
      return MappedPayload.unreadable(StrictJson.objection(e));
    }
    if (payload.isMissingNode()) {
      return MappedPayload.unreadable("The body is empty");
    }
    List<ObjectNode> signals = new PayloadMapper(source.mapping(), receivedAt).signals(payload);
    List<ObjectNode> ofPeople = new ArrayList<>();
    List<CompanySignal> ofCompanies = new ArrayList<>();
    List<FieldError> issues = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      ObjectNode signal = signals.get(i);
      List<FieldError> errors;
      if (CompanySignalReader.isCompanys(signal)) {
        CompanySignalReader.Reading reading = companies.read(source.sender(), signal);
        reading.signal().ifPresent(ofCompanies::add);
        errors = reading.errors();
      } else {
        errors = feed.read(signal).errors();
        if (errors.isEmpty()) {
          ofPeople.add(signal);
        }
      }
      String of = signals.size() == 1 ? "" : "[%d].".formatted(i);
      errors.forEach(error -> issues.add(new FieldError(of + error.field(), error.message())));
    }
    return new MappedPayload(signals, ofPeople, ofCompanies, issues);
  }
}

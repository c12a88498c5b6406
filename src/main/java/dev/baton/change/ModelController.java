package dev.baton.change;

import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.input.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/models/…}: the models in force as files, to be changed or drawn. */
@RestController
class ModelController {
  private final ModelDeployments models;

  ModelController(ModelDeployments models) {
    this.models = models;
  }

  @Operation(summary = "A model in force, as a file")
  @GetMapping("/api/models/{name}")
  ResponseEntity<byte[]> model(@PathVariable String name) {
    return models.allInForceWith(List.of()).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .map(
            file ->
                ResponseEntity.ok()
                    .contentType(
                        name.endsWith(".form")
                            ? MediaType.APPLICATION_JSON
                            : MediaType.APPLICATION_XML)
                    .body(file.bytes()))
        .orElseThrow(() -> ApiProblem.notFound("There is no model %s in force".formatted(name)));
  }
}

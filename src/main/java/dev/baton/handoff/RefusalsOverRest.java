package dev.baton.handoff;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Makes a refusal arrive in Tasklist and at the engine's REST API as what it is: the sentence and
 * the wrong fields, not a broken server. Jersey finds it by {@code META-INF/services}.
 */
public class RefusalsOverRest implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext context) {
    context.register(new Mapper());
  }

  /** In the shape of the engine's own errors, with our fields beside it. */
  static class Mapper implements ExceptionMapper<AnswerRefused> {
    @Override
    public Response toResponse(AnswerRefused refused) {
      if (refused.why() instanceof AnswerRefused.Invalid invalid) {
        return answer(422, sentence(invalid.errors()), invalid.errors());
      }
      boolean late = refused.why() instanceof AnswerRefused.Conflict;
      return answer(late ? 409 : 403, refused.getMessage(), List.of());
    }

    /** Whoever chooses from a list has no use for its codes; they stand in the errors. */
    private static String sentence(List<AnswerRefused.FieldError> errors) {
      return errors.stream()
          .map(e -> e.field() + ": " + (e.allowed() == null ? e.message() : "please choose"))
          .collect(Collectors.joining("; "));
    }

    private static Response answer(
        int status, String message, List<AnswerRefused.FieldError> errors) {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(Map.of("type", "AnswerRefused", "message", message, "errors", errors))
          .build();
    }
  }
}

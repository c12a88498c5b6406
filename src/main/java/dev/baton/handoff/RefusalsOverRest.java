package dev.baton.handoff;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
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
      int status =
          refused.why() instanceof AnswerRefused.Invalid
              ? 422
              : refused.why() instanceof AnswerRefused.Conflict ? 409 : 403;
      List<AnswerRefused.FieldError> errors =
          refused.why() instanceof AnswerRefused.Invalid invalid ? invalid.errors() : List.of();
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .entity(
              Map.of("type", "AnswerRefused", "message", refused.getMessage(), "errors", errors))
          .build();
    }
  }
}

package dev.baton.web.mcp;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.modelcontextprotocol.spec.McpError;
import java.io.IOException;

/**
 * Writer of what the protocol's servlet refuses: as JSON-RPC says, where the library would write
 * the exception with its stack.
 */
final class McpErrors extends StdSerializer<McpError> {
  private static final long serialVersionUID = 1;

  McpErrors() {
    super(McpError.class);
  }

  @Override
  public void serialize(McpError refused, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("jsonrpc", "2.0");
    json.writeNullField("id");
    json.writeObjectFieldStart("error");
    json.writeNumberField("code", refused.getJsonRpcError().code());
    json.writeStringField("message", refused.getJsonRpcError().message());
    json.writeEndObject();
    json.writeEndObject();
  }
}

package org.airbytejdbc.declarative.manifest;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types that a component has in its place where it names none. */
final class UsualTypes {
  private static final String OPTION = "RequestOption";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("AddFields.fields", "AddedFieldDefinition"),
          Map.entry("ApiKeyAuthenticator.inject_into", OPTION),
          Map.entry("DatetimeBasedCursor.end_datetime", "MinMaxDatetime"),
          Map.entry("DatetimeBasedCursor.end_time_option", OPTION),
          Map.entry("DatetimeBasedCursor.start_datetime", "MinMaxDatetime"),
          Map.entry("DatetimeBasedCursor.start_time_option", OPTION),
          Map.entry("DeclarativeSource.check", "CheckStream"),
          Map.entry("DeclarativeSource.spec", "Spec"),
          Map.entry("DeclarativeSource.streams", "DeclarativeStream"),
          Map.entry("DeclarativeStream.retriever", "SimpleRetriever"),
          Map.entry("DeclarativeStream.schema_loader", "JsonFileSchemaLoader"),
          Map.entry("DefaultErrorHandler.response_filters", "HttpResponseFilter"),
          Map.entry("DefaultPaginator.page_size_option", OPTION),
          Map.entry("HttpRequester.error_handler", "DefaultErrorHandler"),
          Map.entry("ListPartitionRouter.request_option", OPTION),
          Map.entry("ParentStreamConfig.request_option", OPTION),
          Map.entry("DynamicDeclarativeStream.stream_template", "DeclarativeStream"),
          Map.entry("DynamicSchemaLoader.retriever", "SimpleRetriever"),
          Map.entry("DynamicSchemaLoader.schema_type_identifier", "SchemaTypeIdentifier"),
          Map.entry("HttpComponentsResolver.retriever", "SimpleRetriever"),
          Map.entry("ParentStreamConfig.stream", "DeclarativeStream"),
          Map.entry("RecordSelector.extractor", "DpathExtractor"),
          Map.entry("RecordSelector.record_filter", "RecordFilter"),
          Map.entry("SimpleRetriever.paginator", "NoPagination"),
          Map.entry("SimpleRetriever.record_selector", "RecordSelector"),
          Map.entry("SimpleRetriever.requester", "HttpRequester"),
          Map.entry("SubstreamPartitionRouter.parent_stream_configs", "ParentStreamConfig"));

  private UsualTypes() {}

  static Optional<String> of(String place) {
    return Optional.ofNullable(TYPES.get(place));
  }

  /** Data has none, or is told by a JSON Schema to be an object. */
  static boolean isComponent(@Nullable Object type) {
    return type instanceof String name && !name.isEmpty() && !name.equals("object");
  }
}

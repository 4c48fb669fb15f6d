"""One table from error class to HTTP status, and the one JSON shape in which every error leaves."""

import logging
import re

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from corpus import errors

logger = logging.getLogger(__name__)


class MethodNotAllowed(errors.RequestError):
    """The path exists, but not for this HTTP method."""

    user_message = "このアドレスでは、その操作はできません。"


STATUS: dict[type[errors.PlanAssistantError], int] = {
    errors.PlanAssistantError: 500,
    errors.RequestError: 400,
    errors.MalformedRequest: 400,
    errors.Unauthorized: 401,
    errors.NotFound: 404,
    MethodNotAllowed: 405,
    errors.BodyTooLarge: 413,
    errors.InvalidField: 422,
    errors.TooManyRequests: 429,
    # What only the operator can mend; until then nothing is loaded.
    errors.CorpusError: 503,
    errors.CorpusUnreadable: 503,
    errors.NoPlanFound: 503,
    errors.IndexFault: 503,
    errors.IndexNotLoaded: 503,
    errors.IndexDamaged: 503,
    errors.IndexIncompatible: 503,
    errors.ModelUnavailable: 503,
    errors.InvalidSettings: 503,
    errors.ModelTrouble: 503,
}

BY_STATUS: dict[int, type[errors.PlanAssistantError]] = {
    400: errors.MalformedRequest,
    404: errors.NotFound,
    405: MethodNotAllowed,
    413: errors.BodyTooLarge,
    422: errors.InvalidField,
}

# What a field may hold, said when it holds something else.
FIELD_MESSAGES = {
    "question": errors.InvalidField.user_message,
    "session_id": "session_idは200文字以内の文字列で指定してください。",
    "style": "styleは standard か plain を指定してください。",
    "language": "languageは ja、en、zh、ko のどれかを指定してください。",
    "answer_id": "answer_idは、受け取った回答のものを指定してください。",
    "rating": "ratingは up か down を指定してください。",
    "reason": "reasonは100文字以内の文字列で指定してください。",
    "comment": "commentは2000文字以内の文字列で指定してください。",
    "priority": "priorityは true か false を指定してください。",
    "limit": "limitは0以上10000以下の整数で指定してください。",
    "offset": "offsetは0以上の整数で指定してください。",
    "page": "ページは整数で指定してください。",
}
BODY_MESSAGE = "本文は、Content-Type: application/json を付けたJSONのオブジェクトで送ってください。"


def status_of(error: errors.PlanAssistantError) -> int:
    """The HTTP status of an error: its class's own, or that of the nearest class above."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def error_code(error: errors.PlanAssistantError) -> str:
    """The error's name for programs: ``BodyTooLarge`` → ``body_too_large``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def error_body(error: errors.PlanAssistantError) -> dict[str, dict[str, str]]:
    """``{"error": {"code", "message"}}``, the message in Japanese."""
    return {"error": {"code": error_code(error), "message": error.user_message}}


def error_response(error: errors.PlanAssistantError, headers: dict[str, str] | None = None) -> JSONResponse:
    """The error as the contract's response."""
    return JSONResponse(error_body(error), status_of(error), headers)


def add_error_handlers(app: FastAPI) -> None:
    """Translate every error at the border; nothing but a fault of our own becomes a 500."""
    app.add_exception_handler(errors.PlanAssistantError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def _ours(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, errors.PlanAssistantError)
    return error_response(error)


def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fault = error.errors()[0]
    if fault["type"] == "json_invalid":
        return error_response(errors.MalformedRequest())
    field = str(fault["loc"][1]) if len(fault["loc"]) > 1 else ""
    return error_response(errors.InvalidField(FIELD_MESSAGES.get(field, BODY_MESSAGE)))


def _http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    kind = BY_STATUS.get(error.status_code, errors.RequestError)
    return JSONResponse(error_body(kind()), error.status_code, error.headers)


def _unforeseen(_request: Request, _error: Exception) -> JSONResponse:
    # Starlette raises the error again after this answer, and the server logs it with its trace.
    return error_response(errors.PlanAssistantError())

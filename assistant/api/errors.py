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


class UnknownModel(errors.NotFound):
    """An OpenAI client asks for a model that is not one of ours."""

    user_message = "そのモデルはありません。GET /v1/models にあるものを指定してください。"


class ForeignPage(errors.RequestError):
    """A web page of another site sends what only programs of people's own may send."""

    user_message = "ほかのサイトのページからは利用できません。"


STATUS: dict[type[errors.PlanAssistantError], int] = {
    errors.PlanAssistantError: 500,
    errors.RequestError: 400,
    errors.MalformedRequest: 400,
    errors.Unauthorized: 401,
    ForeignPage: 403,
    errors.NotFound: 404,
    UnknownModel: 404,
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
    "model": "modelは GET /v1/models にあるものを指定してください。",
    "messages": "messagesは、roleとcontent（文字列か、種類がtextの部分）を持つもの1件以上で指定してください。",
    "stream": "streamは true か false を指定してください。",
    "stream_options": 'stream_optionsは {"include_usage": true} の形で指定してください。',
    "n": "nは 1 だけを指定できます。",
    "metadata": "metadataには session_id（200文字以内）、style、language を指定できます。",
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


# OpenAI's clients read two fields more than the contract has: the error's type, and the parameter it is about.
OPENAI_PREFIX = "/v1/"
OPENAI_TYPES = {
    **dict.fromkeys((400, 403, 404, 405, 413, 422), "invalid_request_error"),
    401: "authentication_error",
    429: "rate_limit_error",
}


def status_of(error: errors.PlanAssistantError) -> int:
    """The HTTP status of an error: its class's own, or that of the nearest class above."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def error_code(error: errors.PlanAssistantError) -> str:
    """The error's name for programs: ``BodyTooLarge`` → ``body_too_large``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def error_body(
    error: errors.PlanAssistantError, path: str = "", param: str | None = None
) -> dict[str, dict[str, str | None]]:
    """``{"error": {"code", "message"}}``, the message in Japanese; under ``/v1/`` with what OpenAI's clients read."""
    told: dict[str, str | None] = {"code": error_code(error), "message": error.user_message}
    if path.startswith(OPENAI_PREFIX):
        told |= {"type": OPENAI_TYPES.get(status_of(error), "server_error"), "param": param}
    return {"error": told}


def error_response(
    error: errors.PlanAssistantError, path: str, headers: dict[str, str] | None = None, param: str | None = None
) -> JSONResponse:
    """The error as the contract's response to a request for ``path``."""
    return JSONResponse(error_body(error, path, param), status_of(error), headers)


def add_error_handlers(app: FastAPI) -> None:
    """Translate every error at the border; nothing but a fault of our own becomes a 500."""
    app.add_exception_handler(errors.PlanAssistantError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def _ours(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, errors.PlanAssistantError)
    return error_response(error, request.url.path)


def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    fault, path = error.errors()[0], request.url.path
    if fault["type"] == "json_invalid":
        return error_response(errors.MalformedRequest(), path)
    field = str(fault["loc"][1]) if len(fault["loc"]) > 1 else ""
    known = field if field in FIELD_MESSAGES else None
    return error_response(errors.InvalidField(FIELD_MESSAGES.get(field, BODY_MESSAGE)), path, param=known)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    kind = BY_STATUS.get(error.status_code, errors.RequestError)
    return JSONResponse(error_body(kind(), request.url.path), error.status_code, error.headers)


def _unforeseen(request: Request, _error: Exception) -> JSONResponse:
    # Starlette raises the error again after this answer, and the server logs it with its trace.
    return error_response(errors.PlanAssistantError(), request.url.path)

//! The network side of the preview. The only file that names axum.
//!
//! In: a socket of this computer, the preview. Out: answers, and an event stream that names each new state.
//! One thread is enough for one person. Not here: what is answered.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::HOST;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;

use super::answer::{Answer, Asked, answer, refusal};
use super::overlay::EVENTS;
use super::preview::Preview;

/// Answers until the program is stopped.
pub(super) fn serve(listener: TcpListener, preview: Arc<Preview>) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let router = Router::new().fallback(respond).with_state(preview);
        axum::serve(listener, router).await
    })
}

async fn respond(State(preview): State<Arc<Preview>>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let asked = Asked { method: method.as_str(), host, path: uri.path() };
    if uri.path() == EVENTS && refusal(asked).is_none() {
        return events(&preview);
    }
    response(answer(asked, &preview.now()))
}

fn response(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

/// Names the state now, then every later one.
fn events(preview: &Preview) -> Response {
    let mut states = preview.follow();
    states.mark_changed();
    let names = unfold(states, |mut states| async move {
        states.changed().await.ok()?;
        let name = states.borrow_and_update().name.clone();
        Some((Ok::<Event, Infallible>(Event::default().event("build").data(name)), states))
    });
    Sse::new(names).keep_alive(KeepAlive::default()).into_response()
}

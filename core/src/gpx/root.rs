//! The first element of a GPX file.

use std::io::Read;

use super::attributes::{Attributes, resolved};
use super::document::{Root, Version};
use super::fault::{Fault, GpxError, Oddity, Warning, Warnings, shortened};
use super::markup::Markup;
use super::token::Tag;

/// The namespace of GPX 1.0.
pub(super) const NAMESPACE_1_0: &str = "http://www.topografix.com/GPX/1/0";
/// The namespace of GPX 1.1.
pub(super) const NAMESPACE_1_1: &str = "http://www.topografix.com/GPX/1/1";

/// Whether a namespace is GPX's; programs write it in several ways.
pub(super) fn is_gpx(namespace: &str) -> bool {
    let plain = namespace.trim_end_matches('/').to_ascii_lowercase();
    plain.ends_with("topografix.com/gpx/1/1") || plain.ends_with("topografix.com/gpx/1/0")
}

/// Reads the first element, which must be `gpx` in whatever namespace; gives that too.
pub(super) fn root<R: Read>(
    tag: &Tag<'_>,
    markup: &mut Markup<R>,
    warnings: &mut Warnings,
) -> Result<(Root, String), GpxError> {
    let name = tag.name();
    let (prefix, local) = name.split_once(':').unwrap_or(("", name));
    if local != "gpx" {
        return Err(markup.error(Fault::OtherRoot { root: shortened(name) }));
    }
    let (mut version, mut creator, mut namespace) = (None, None, String::new());
    for attribute in Attributes::new(tag.attributes()) {
        let attribute = attribute.map_err(|reason| markup.error(Fault::Malformed(reason.into())))?;
        let value = resolved(attribute.raw).ok_or_else(|| markup.error(Fault::Entity(shortened(attribute.raw))))?;
        match attribute.name.split_once(':') {
            None if attribute.name == "version" => version = Some(value.trim().to_owned()),
            None if attribute.name == "creator" => creator = Some(value.into_owned()),
            None if attribute.name == "xmlns" && prefix.is_empty() => namespace = value.into_owned(),
            Some(("xmlns", of)) if of == prefix => namespace = value.into_owned(),
            _ => {}
        }
    }
    let mut warn = |oddity| {
        let at = markup.at();
        warnings.note(|| Warning { at, oddity });
    };
    if namespace != NAMESPACE_1_0 && namespace != NAMESPACE_1_1 {
        warn(Oddity::Namespace(shortened(&namespace)));
    }
    let version = match version.as_deref() {
        Some("1.0") => Version::V1_0,
        Some("1.1") => Version::V1_1,
        _ if namespace == NAMESPACE_1_0 => Version::V1_0,
        other => {
            warn(Oddity::Version(shortened(other.unwrap_or_default())));
            Version::V1_1
        }
    };
    let root = Root { version, creator, prefix: prefix.into(), attributes: tag.attributes().trim().into() };
    Ok((root, namespace))
}

//! Lists all that the binding exports, one thing a line, so that a change of it shows in review.
//!
//!     surface LIBRARY
//!
//! The list is read from the built library itself and does not depend on the order of anything in the source.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use route_guide_core::errors::CODES;
use uniffi_bindgen::interface::{AsType as _, Callable, Field, Type};
use uniffi_bindgen::{BindgenLoader, BindgenPaths, ComponentInterface, GlobalConfig};

fn main() -> Result<()> {
    let library = std::env::args().nth(1).context("usage: surface LIBRARY")?;
    let loader = BindgenLoader::new(BindgenPaths::default(), GlobalConfig::default());
    let metadata = loader.load_metadata(library.as_str().into())?;
    let interfaces = loader.load_cis(metadata)?;
    for interface in &interfaces {
        print!("{}", listed(interface));
    }
    let codes: Vec<String> = CODES.iter().map(|(code, kind)| format!("{code}: {kind}")).collect();
    print!("\n{}", block("codes of errors, and what kind of error has them", &codes));
    Ok(())
}

fn listed(interface: &ComponentInterface) -> String {
    let mut blocks: Vec<String> = Vec::new();
    for object in interface.object_definitions() {
        let mut lines: Vec<String> =
            object.constructors().iter().map(|made| called("new", made.name(), *made)).collect();
        lines.extend(object.methods().iter().map(|method| called("fun", method.name(), *method)));
        lines.sort();
        blocks.push(block(&format!("object {}", object.name()), &lines));
    }
    for record in interface.record_definitions() {
        blocks.push(block(&format!("record {}", record.name()), &fields(record.fields())));
    }
    for choice in interface.enum_definitions() {
        let variants = choice.variants().iter().map(|variant| {
            let fields = fields(variant.fields());
            if fields.is_empty() { variant.name().into() } else { format!("{}({})", variant.name(), fields.join(", ")) }
        });
        let kind = if interface.is_name_used_as_error(choice.name()) { "error" } else { "enum" };
        blocks.push(block(&format!("{kind} {}", choice.name()), &variants.collect::<Vec<_>>()));
    }
    for callback in interface.callback_interface_definitions() {
        let methods = callback.methods().into_iter().map(|method| called("fun", method.name(), method));
        blocks.push(block(&format!("callback {}", callback.name()), &methods.collect::<Vec<_>>()));
    }
    let functions = interface.function_definitions().iter().map(|function| called("fun", function.name(), function));
    blocks.extend(functions.map(|function| format!("{function}\n")));
    blocks.sort();
    blocks.join("\n")
}

fn block(title: &str, lines: &[String]) -> String {
    lines.iter().fold(format!("{title}\n"), |mut block, line| {
        let _ = writeln!(block, "    {line}");
        block
    })
}

fn fields(fields: &[Field]) -> Vec<String> {
    fields.iter().map(|field| named(field.name(), &field.as_type())).collect()
}

fn called(kind: &str, name: &str, callable: &dyn Callable) -> String {
    let arguments = callable.arguments();
    let arguments: Vec<String> = arguments.iter().map(|argument| named(argument.name(), &argument.as_type())).collect();
    let answer = callable.return_type().map(|kind| format!(" -> {}", shown(kind))).unwrap_or_default();
    let throws = callable.throws_type().map(|kind| format!(" throws {}", shown(kind))).unwrap_or_default();
    format!("{kind} {name}({}){answer}{throws}", arguments.join(", "))
}

fn named(name: &str, kind: &Type) -> String {
    format!("{name}: {}", shown(kind))
}

fn shown(kind: &Type) -> String {
    match kind {
        Type::UInt8 => "u8".into(),
        Type::Int8 => "i8".into(),
        Type::UInt16 => "u16".into(),
        Type::Int16 => "i16".into(),
        Type::UInt32 => "u32".into(),
        Type::Int32 => "i32".into(),
        Type::UInt64 => "u64".into(),
        Type::Int64 => "i64".into(),
        Type::Float32 => "f32".into(),
        Type::Float64 => "f64".into(),
        Type::Boolean => "bool".into(),
        Type::String => "string".into(),
        Type::Bytes => "bytes".into(),
        Type::Optional { inner_type } => format!("{}?", shown(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", shown(inner_type)),
        other => other.name().map_or_else(|| format!("{other:?}"), str::to_owned),
    }
}

// Members, their plans and what happens to them: labels of taxonomy.csv.

extension CodeList {
  /// OGP's own regions.
  public static let region = CodeList(
    name: "region",
    entries: [
      CodeEntry(
        code: "africa_middle_east", en: "Africa and the Middle East",
        es: "África y Medio Oriente",
        fr: "Afrique et Moyen-Orient", aliases: []),
      CodeEntry(
        code: "americas", en: "Americas",
        es: "Américas",
        fr: "Amériques", aliases: []),
      CodeEntry(
        code: "asia_pacific", en: "Asia and the Pacific",
        es: "Asia y el Pacífico",
        fr: "Asie et Pacifique", aliases: ["Asia Pacific", "Asia-Pacific"]),
      CodeEntry(
        code: "europe", en: "Europe",
        es: "Europa",
        fr: "Europe", aliases: []),
    ])

  /// Kinds of jurisdiction.
  public static let kind = CodeList(
    name: "kind",
    entries: [
      CodeEntry(
        code: "city", en: "City",
        es: "Ciudad",
        fr: "Ville", aliases: []),
      CodeEntry(
        code: "municipality", en: "Municipality",
        es: "Municipio",
        fr: "Municipalité", aliases: []),
      CodeEntry(
        code: "county", en: "County",
        es: "Condado",
        fr: "Comté", aliases: []),
      CodeEntry(
        code: "district", en: "District",
        es: "Distrito",
        fr: "District", aliases: []),
      CodeEntry(
        code: "province", en: "Province",
        es: "Provincia",
        fr: "Province", aliases: []),
      CodeEntry(
        code: "region", en: "Region",
        es: "Región",
        fr: "Région", aliases: []),
      CodeEntry(
        code: "state", en: "State",
        es: "Estado",
        fr: "État", aliases: []),
      CodeEntry(
        code: "national", en: "National government",
        es: "Gobierno nacional",
        fr: "Gouvernement national", aliases: []),
      CodeEntry(
        code: "other", en: "Other jurisdiction",
        es: "Otra jurisdicción",
        fr: "Autre juridiction", aliases: []),
    ])

  /// Kinds of monitoring body.
  public static let monitoringBody = CodeList(
    name: "monitoring_body",
    entries: [
      CodeEntry(
        code: "oversight_body", en: "Independent oversight body",
        es: "Institución supervisora independiente",
        fr: "Institution de surveillance indépendante", aliases: []),
      CodeEntry(
        code: "academic", en: "Research or academic institution",
        es: "Institución académica o de investigación",
        fr: "Institution de recherche ou universitaire", aliases: []),
      CodeEntry(
        code: "civil_society", en: "Civil society organization",
        es: "Organización de la sociedad civil",
        fr: "Organisation de la société civile", aliases: []),
      CodeEntry(
        code: "forum", en: "Body within the co-creation forum",
        es: "Mecanismo dentro del foro de cocreación",
        fr: "Mécanisme au sein du forum de co-création", aliases: []),
      CodeEntry(
        code: "independent_expert", en: "Independent expert",
        es: "Experto independiente",
        fr: "Expert indépendant", aliases: []),
      CodeEntry(
        code: "peer", en: "Peer member",
        es: "Miembro par",
        fr: "Membre pair", aliases: []),
      CodeEntry(
        code: "other", en: "Other",
        es: "Otro",
        fr: "Autre", aliases: []),
    ])

  /// Phases of a plan.
  public static let phase = CodeList(
    name: "phase",
    entries: [
      CodeEntry(
        code: "co_creation", en: "Co-creation",
        es: "Cocreación",
        fr: "Co-création", aliases: ["Cocreation"]),
      CodeEntry(
        code: "implementation", en: "Implementation",
        es: "Implementación",
        fr: "Mise en œuvre", aliases: []),
    ])

  /// Requirements of §3.3.1.
  public static let requirement = CodeList(
    name: "requirement",
    entries: [
      CodeEntry(
        code: "forum", en: "Forum",
        es: "Foro",
        fr: "Forum", aliases: []),
      CodeEntry(
        code: "regularity", en: "Regularity",
        es: "Regularidad",
        fr: "Régularité", aliases: []),
      CodeEntry(
        code: "multi_stakeholder", en: "Multi-stakeholder",
        es: "Multiactor",
        fr: "Multi-acteurs", aliases: []),
      CodeEntry(
        code: "endorsement", en: "Endorsement",
        es: "Respaldo",
        fr: "Approbation", aliases: []),
    ])

  /// Practices of §3.3.2.
  public static let practice = CodeList(
    name: "practice",
    entries: [
      CodeEntry(
        code: "process_transparency", en: "Process transparency",
        es: "Transparencia del proceso",
        fr: "Transparence du processus", aliases: []),
      CodeEntry(
        code: "documentation_in_advance", en: "Documentation in advance",
        es: "Documentación previa",
        fr: "Documentation à l’avance", aliases: []),
      CodeEntry(
        code: "awareness_raising", en: "Awareness-raising",
        es: "Sensibilización",
        fr: "Sensibilisation", aliases: []),
      CodeEntry(
        code: "inclusiveness", en: "Inclusiveness",
        es: "Inclusivo",
        fr: "Inclusivité", aliases: []),
      CodeEntry(
        code: "communication_channels", en: "Communication channels",
        es: "Canales de comunicación",
        fr: "Canaux de communication", aliases: []),
      CodeEntry(
        code: "record_keeping", en: "Record keeping",
        es: "Registro",
        fr: "Tenue d’un référentiel", aliases: []),
      CodeEntry(
        code: "feedback", en: "Feedback",
        es: "Retroalimentación",
        fr: "Rétroaction", aliases: []),
      CodeEntry(
        code: "collaboration", en: "Collaborate",
        es: "Colaborar",
        fr: "Collaborer", aliases: []),
    ])

  /// Membership statuses of §4.
  public static let status = CodeList(
    name: "status",
    entries: [
      CodeEntry(
        code: "active", en: "Active",
        es: "Activo",
        fr: "Actif", aliases: []),
      CodeEntry(
        code: "inactive", en: "Inactive",
        es: "Inactivo",
        fr: "Inactif", aliases: []),
      CodeEntry(
        code: "inactive_voluntary", en: "Inactive (voluntary)",
        es: "Inactivo (voluntario)",
        fr: "Inactif (volontaire)", aliases: []),
      CodeEntry(
        code: "probation", en: "Probation",
        es: "A prueba",
        fr: "Probation", aliases: []),
      CodeEntry(
        code: "revoked", en: "Membership revoked",
        es: "Membresía revocada",
        fr: "Adhésion révoquée", aliases: []),
      CodeEntry(
        code: "withdrawn", en: "Withdrawn",
        es: "Retirado",
        fr: "Retiré", aliases: []),
    ])

  /// Kinds of event.
  public static let event = CodeList(
    name: "event",
    entries: [
      CodeEntry(
        code: "extension_granted", en: "Extension granted",
        es: "Prórroga concedida",
        fr: "Prolongation accordée", aliases: []),
      CodeEntry(
        code: "voluntary_inactivity", en: "Voluntary inactivity",
        es: "Inactividad voluntaria",
        fr: "Inactivité volontaire", aliases: []),
      CodeEntry(
        code: "resumed", en: "Activities resumed",
        es: "Actividades reanudadas",
        fr: "Activités reprises", aliases: []),
      CodeEntry(
        code: "co_creation_started", en: "Co-creation started",
        es: "Cocreación iniciada",
        fr: "Co-création commencée", aliases: []),
      CodeEntry(
        code: "requirement_met", en: "Requirement met",
        es: "Requisito cumplido",
        fr: "Exigence satisfaite", aliases: []),
      CodeEntry(
        code: "civic_space_concern", en: "Civic space concern",
        es: "Preocupación sobre el espacio cívico",
        fr: "Préoccupation relative à l’espace civique", aliases: []),
      CodeEntry(
        code: "withdrew", en: "Withdrew",
        es: "Se retiró",
        fr: "S’est retiré", aliases: []),
    ])
}
